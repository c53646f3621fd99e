"""Words of places."""

from app.places.tags import Tag as PlaceTag
from app.words.saying import spoken

LABELS = spoken(
    {
        PlaceTag: (
            "place:areas:imported=导入行政区划 place:grid_cell:made=设网格 "
            "place:grid_cell:revised=更改网格 place:grid_cell:closed=撤网格 "
            "place:household_group:made=设联户组 place:household_group:revised=更改联户组"
        ),
    }
)
