"""Who is asked for what: tables. Every code of a problem has one nature; a test holds this to the table of codes."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.readiness.values import EDITOR, HUB, SCHOOL

FACTS, CONSENT, PICTURES, FIGURES, SPEECH, WORDING = "facts", "consent", "pictures", "figures", "speech", "wording"
"""What sort of thing an item is about."""

ASKED: Mapping[str, tuple[str, ...]] = {
    FACTS: (SCHOOL, HUB),
    CONSENT: (SCHOOL, HUB),
    PICTURES: (SCHOOL, HUB),
    SPEECH: (SCHOOL, HUB),
    FIGURES: (HUB, SCHOOL),
    WORDING: (EDITOR,),
}
"""Who is asked for it, where a story has no owner: the first of these whom it names. Of other pages the editor is."""

ASKED_BY_STATUS: Mapping[str, tuple[str, ...]] = {
    "writing": (EDITOR,),
    "with school": (SCHOOL, HUB),
    "": (EDITOR,),
}
"""Who has a story that is not approved yet."""

FIELDS: Mapping[str, str] = {"image": PICTURES, "summary": WORDING, "title": WORDING, "themes": WORDING}
"""The nature of a field that is not stated; any other one is a fact."""

GOOD_TO_HAVE = frozenset(("image",))
"""Expected fields without which a story may well go out."""

_CODES = {
    FACTS: """
        card-and-prose date-outside-year dates-out-of-order two-roles measure-missing
    """,
    CONSENT: "needs-consent left-without-consent unknown-shows child-identifiable exact-results small-count",
    PICTURES: "missing-picture picture-format figure-pending",
    FIGURES: """
        chart-pending chart-without-data chart-not-a-number chart-ragged chart-data stat-without-source stat-two-values
        total-differs bands-of-table
    """,
    SPEECH: "unattributed-quote",
    WORDING: """
        no-site-yaml no-edition unreadable-file not-utf8 too-large link-out-of-folder control-character private-file
        name-clash empty-file no-front-matter unclosed-front-matter yaml-syntax yaml-unclosed-quote
        yaml-unclosed-bracket yaml-colon yaml-tab yaml-indent yaml-alias yaml-tag yaml-depth yaml-second-document
        yaml-smart-quote yaml-reserved yaml-key yaml-hash duplicate-key not-a-mapping not-a-list not-text unknown-field
        missing-field empty-field wrong-kind-of-value unreadable-date not-a-choice unknown-kind unknown-field-type
        unknown-card-field shared-name duplicate-id unknown-navigation band-gap band-overlap band-order unknown-measure
        unknown-block unknown-setting bad-setting duplicate-setting unclosed-block stray-fence two-colons wrong-fence
        missing-title missing-setting empty-block misplaced-block chart-too-many-series unclosed-fence
        nested-too-deeply footnote-without-note duplicate-footnote missing-reference formula forbidden-address
        link-to-nothing missing-page missing-heading link-to-unpublished link-out-of-site remote-picture no-alt-text
        low-contrast low-contrast-warning duplicate-address unusable-alias reserved-address slug-clash misplaced-file
        misplaced-kind unsafe-name template-error missing-template broken-link broken-anchor duplicate-html-id
        remote-address empty-link page-language page-title duplicate-title main-heading chart-shape near-duplicate
        html-removed link-unpublished unused-footnote unknown-acronym link-without-address link-text heading-order
        heading-space link-space no-question note-to-self contact-details label-and-title typed-number
        stray-character unportable-name ignored-file unknown-hub near-school
        lost-address emptied-address no-alt-text-yet
    """,
}
NATURES: Mapping[str, str] = {code: nature for nature, codes in _CODES.items() for code in codes.split()}
"""What sort of thing each problem is about, by its code."""

GAPS = frozenset("""
    missing-field empty-field missing-picture no-alt-text no-alt-text-yet needs-consent left-without-consent
    unknown-shows figure-pending chart-pending chart-without-data stat-without-source unattributed-quote missing-title
    missing-setting empty-block footnote-without-note link-without-address empty-file no-front-matter no-question
""".split())
"""Problems of something that is missing; any other one is of something doubtful."""

LABELS: Mapping[str, str] = {SCHOOL: "the school", HUB: "the hub", EDITOR: "the editor", "owner": "owner"}
"""What the board calls those who have to act."""
