"""Every kind of problem, once. A code is permanent: reports, tests and the authors' guide name it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem: its permanent name, "error" or "warning", and its cause in a few words.

    `overridable` is True where a file's `overrides` may allow it, with a reason.
    """

    name: str
    severity: str
    title: str
    overridable: bool = False


def _table(severity: str, rows: str, overridable: bool = False) -> dict[str, Code]:
    pairs = (line.split("|") for line in rows.strip().splitlines())
    return {name.strip(): Code(name.strip(), severity, title.strip(), overridable) for name, title in pairs}


_ERRORS = _table("error", """
    no-site-yaml            | The site folder has no content/site.yaml.
    no-edition              | The site has no edition.
    unreadable-file         | A file cannot be read.
    not-utf8                | A file is not UTF-8 text.
    too-large               | A text file is larger than a story can be.
    link-out-of-folder      | A link in the file system leads out of content/.
    control-character       | A file holds characters that no editor shows.
    private-file            | A file that belongs in private/ lies in content/.
    name-clash              | Two file names differ only by case or form of their letters.
    empty-file              | A story file is empty.
    no-front-matter         | A file does not begin with its fields.
    unclosed-front-matter   | The fields of a file are never closed.
    yaml-syntax             | A line of the fields cannot be read.
    yaml-unclosed-quote     | A quotation mark among the fields is never closed.
    yaml-unclosed-bracket   | A bracket among the fields is never closed.
    yaml-colon              | An unquoted value holds a colon and a space.
    yaml-tab                | A tab stands where spaces belong.
    yaml-indent             | A line is indented unlike its neighbours.
    yaml-alias              | A value begins with a sign for repeating it elsewhere.
    yaml-tag                | A value begins with an exclamation mark.
    yaml-depth              | Lists and groups are nested too deeply.
    yaml-second-document    | A line ends the fields too early.
    yaml-smart-quote        | A typographic quotation mark does not hold a value together.
    yaml-reserved           | A value starts with a character that means something else here.
    yaml-key                | The name of a field is missing or no name.
    duplicate-key           | A field is given twice.
    not-a-mapping           | Fields were expected, each as `name: value`.
    not-a-list              | A list was expected.
    not-text                | One piece of text was expected.
    unknown-field           | A field is not known here.
    missing-field           | A required field is missing.
    empty-field             | A required field is empty.
    wrong-kind-of-value     | A value is not of the type that its field wants.
    unreadable-date         | A date cannot be understood.
    not-a-choice            | A value is not one of the choices.
    unknown-kind            | The kind of story is not known.
    unknown-field-type      | A field type is not known.
    unknown-card-field      | A card, or a list of required fields, names a field that the kind does not have.
    unknown-hub             | A hub is not in the register.
    shared-name             | Two register entries share a name or an alias.
    duplicate-id            | Two entries have the same id.
    unknown-navigation      | The navigation names a page that does not exist.
    band-gap                | A band set leaves a gap.
    band-overlap            | Two bands overlap.
    band-order              | A band ends before it begins.
    unknown-measure         | A band set is for a measure that does not exist.
    unknown-block           | A block is not known.
    unknown-setting         | A setting is not known in this block.
    bad-setting             | A setting's value is not understood.
    duplicate-setting       | A setting is given twice.
    unclosed-block          | A block is never closed.
    stray-fence             | A closing line closes nothing.
    two-colons              | A line of a block has two colons.
    wrong-fence             | A nested block has as many colons as the block around it.
    missing-title           | A block that needs a title has none.
    missing-setting         | A required setting is missing.
    empty-block             | A block has no body.
    misplaced-block         | A block stands where it cannot.
    chart-without-data      | A chart has no data and is not pending.
    chart-not-a-number      | A cell of a charted column is not a number.
    chart-ragged            | A row has more or fewer cells than the heading.
    chart-too-many-series   | A chart has more than four series.
    chart-data              | A chart's data file cannot be used.
    unclosed-fence          | A code fence is never closed.
    nested-too-deeply       | Text is nested more deeply than any story needs.
    footnote-without-note   | A footnote mark has no note.
    duplicate-footnote      | Two footnotes have one name.
    missing-reference       | A reference-style link has no address.
    formula                 | A formula cannot be set.
    forbidden-address       | An address would run a script or hides its content.
    link-to-nothing         | A link has no target.
    missing-page            | A link leads to a page that does not exist.
    missing-heading         | A link leads to a heading that does not exist.
    link-to-unpublished     | A link leads to a page that is not published.
    link-out-of-site        | A link leads to a file that is not published.
    missing-picture         | A picture does not exist.
    remote-picture          | A picture lies on another site.
    picture-format          | A picture is in a format that browsers cannot show.
    needs-consent           | Something may not be published for want of a consent.
    no-alt-text             | A picture has no alternative text and is not marked decorative.
    low-contrast            | A cover colour is too close to its text.
    duplicate-address       | Two pages have one address.
    unusable-alias          | A former address cannot be one of this site.
    reserved-address        | A page takes an address that the site needs itself.
    slug-clash              | Two different names give one address.
    misplaced-file          | A file stands where it belongs to no edition.
    misplaced-kind          | A kind of page stands where it cannot.
    unsafe-name             | A file or folder name cannot become an address.
    template-error          | A template has a mistake.
    lost-address            | An address that was published is gone.
    missing-template        | A template does not exist.
    broken-link             | A page links to an address that the site does not have.
    broken-anchor           | A page links to a place that its target does not have.
    duplicate-html-id       | Two places of a page have one id.
    remote-address          | A page asks the network for something.
    empty-link              | A link or button has no words.
    page-language           | A page does not say its language.
    page-title              | A page has no title.
    duplicate-title         | Two pages have one title.
    main-heading            | A page has no main heading, or several.
""")

_SAFEGUARDS = _table("error", """
    child-identifiable      | A child could be known again.
    exact-results           | A school that is not named could be found by its results or its inspection.
""", overridable=True)

_WARNINGS = _table("warning", """
    unattributed-quote      | A display quote has no attribution.
    chart-pending           | A chart waits for its data.
    chart-shape             | A chart cannot be drawn in the shape that was asked for.
    figure-pending          | A figure waits for its picture.
    near-duplicate          | Two names are nearly the same.
    near-school             | A school's name is nearly that of a listed one.
    date-outside-year       | A date lies outside the edition's academic year.
    card-and-prose          | The card and the story's text disagree.
    html-removed            | A piece of HTML was removed.
    link-unpublished        | A link leads to a page that is no longer published; it becomes plain text.
    unused-footnote         | A footnote is never used.
    left-without-consent    | Something is left out for want of a consent.
    unknown-shows           | A picture does not say whom it shows.
    low-contrast-warning    | A cover colour is close to its text.
    unknown-acronym         | An acronym is not in the glossary at its first use.
    link-without-address    | A list of links has an item without an address.
    link-text               | A link's text says nothing on its own.
    heading-order           | A heading skips a level.
    heading-space           | A heading has no space after its hashes.
    link-space              | A space parts a link from its address.
    no-question             | Questions and answers have no question.
    note-to-self            | A note to oneself, or what two versions left behind, stands in the text.
    stat-without-source     | A number states neither period nor source.
    small-count             | So few pupils are counted that they could be known.
    contact-details         | A person's e-mail address or a telephone number stands in the text.
    measure-missing         | A percentage does not say what it measures.
    stat-two-values         | One number has two values in an edition.
    label-and-title         | A chart's title only repeats a number's label.
    total-differs           | The rows of a chart do not add up to its total.
    bands-of-table          | The bands of a chart leave a gap or overlap.
    two-roles               | A person's role is worded in two ways.
    dates-out-of-order      | The dates of a timeline are not in order.
    typed-number            | A title begins with a number that was typed.
    stray-character         | A character was lost or left behind when a text was copied.
    unportable-name         | Windows cannot hold a file or folder of this name.
    emptied-address         | A page that was published was taken down, or lists nothing any more.
    ignored-file            | A file in content/ is not used.
    yaml-hash               | A value holds a hash sign that could begin a remark.
""", overridable=True)

_OF_DRAFTS = _table("warning", """
    no-alt-text-yet         | A picture of a draft has no alternative text yet.
""")

CODES: dict[str, Code] = {**_ERRORS, **_SAFEGUARDS, **_WARNINGS, **_OF_DRAFTS}
"""All codes by name."""
