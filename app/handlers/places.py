"""Who carries out the commands of places."""

from app.kernel.bus import Handlers
from app.places import areas, cells
from app.places import commands as places

HANDLERS: Handlers = {
    places.CloseGridCell: cells.close_grid_cell,
    places.ImportAreas: areas.import_areas,
    places.MakeGridCell: cells.make_grid_cell,
    places.MakeHouseholdGroup: cells.make_household_group,
    places.ReviseGridCell: cells.revise_grid_cell,
    places.ReviseHouseholdGroup: cells.revise_household_group,
}
