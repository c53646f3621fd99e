"""Words of places."""

from app.places.tags import Tag as PlaceTag
from app.words.saying import spoken

LABELS = spoken(
    {
        PlaceTag: "导入行政区划 设网格 更改网格 撤网格 设联户组 更改联户组",
    }
)
