"""Any bytes at all in the place of any file: a site or a report, in time, and nothing else."""

from __future__ import annotations

from hypothesis import given

from tests.fuzz.budget import tries
from tests.fuzz.damage import anything
from tests.fuzz.sound import attacked
from tests.sites import story

STORIES = ("content/**/*.md", "tests/broken/*/content/**/*.md", "tests/posts/*.md", "tests/extremes/content/**/*.md")
REGISTERS = ("content/*.yaml", "tests/broken/*/content/*.yaml", "tests/extremes/content/*.yaml")
KINDS = ("sitegen/schema/data/kinds/*.yaml", "tests/broken/*/content/kinds/*.yaml", "sitegen/schema/data/common.yaml",
         "sitegen/schema/data/registers.yaml", "tests/extremes/content/kinds/*.yaml")  # fmt: skip
CONSENTS = ("tests/broken/*/private/*.yaml", "tests/extremes/private/*.yaml", "content/hubs.yaml")
TEMPLATES = ("templates/layouts/*.html", "templates/base.html", "templates/components/*",
             "tests/broken/*/templates/**/*")  # fmt: skip
TABLES = ("tests/broken/*/content/**/*.csv", "tests/extremes/content/**/*.csv", "content/glossary.yaml")

NAMED = story(
    kind="case-study", school="Oak Tree Primary", hub="Archimedes NE", consent="C-1", themes="[mastery]",
    image="{file: hall.jpg, alt: Hall, consent: C-014}", body="GLOW and LLME.\n\n::: stat 5\n\npupils\n:::\n",
)  # fmt: skip
STORY = "content/2022-23/01-any.md"


@tries(30)
@given(anything(*STORIES))
def test_any_bytes_as_a_story(data):
    attacked({STORY: data, "content/2022-23/02-other.md": story("Other", "[A link](01-any.md#x)")})


@tries(10)
@given(anything(*STORIES), anything(*STORIES))
def test_any_bytes_as_an_edition_and_a_section(edition, section):
    attacked({
        "content/2022-23/index.md": edition, "content/2022-23/01-part/index.md": section,
        "content/2022-23/01-part/01-a.md": story(), "content/pages/about.md": section,
    })  # fmt: skip


@tries(12)
@given(anything(*REGISTERS), anything(*REGISTERS), anything(*REGISTERS))
def test_any_bytes_as_registers(hubs, schools, glossary):
    files = {"content/hubs.yaml": hubs, "content/schools.yaml": schools, "content/glossary.yaml": glossary}
    attacked({**files, STORY: NAMED})


@tries(12)
@given(anything("content/site.yaml", *REGISTERS))
def test_any_bytes_as_the_site_s_settings(data):
    attacked({"content/site.yaml": data, STORY: NAMED})


@tries(12)
@given(anything(*CONSENTS))
def test_any_bytes_as_the_consent_register(data):
    attacked({"private/consents.yaml": data, STORY: NAMED})


@tries(12)
@given(anything(*KINDS))
def test_any_bytes_as_a_kind(data):
    files = {"content/kinds/case-study.yaml": data, "content/kinds/new.yaml": data}
    attacked({**files, STORY: NAMED, "content/2022-23/02-new.md": story("New", kind="new")})


@tries(8)
@given(anything(*TABLES))
def test_any_bytes_as_a_table_of_figures(data):
    chart = "::: chart Growth\ndata: data.csv\nunit: pupils\n:::\n\n[The figures](data.csv)"
    attacked({"content/2022-23/data.csv": data, STORY: story(body=chart)})


@tries(5)
@given(anything(*TEMPLATES), anything(*TEMPLATES))
def test_any_bytes_as_templates(layout, base):
    attacked({"templates/layouts/story.html": layout, "templates/base.html": base, STORY: NAMED}, own_pages=True)


@tries(8)
@given(anything("tests/**/*.jpg", "tests/**/*.png", "templates/**/*.png"))
def test_any_bytes_as_a_picture(data):
    image = "{file: hall.jpg, alt: Hall, shows: no people}"
    attacked({"content/2022-23/hall.jpg": data, STORY: story(image=image, body="![x](hall.jpg){shows='no people'}")})
