"""The words that the corpus of the benchmark is made of, all invented. To change one changes every story."""

from __future__ import annotations

SECTIONS = ("primary", "secondary", "llme", "sktm", "post-16", "riwg")
SECTION_WEIGHTS = (34, 24, 12, 12, 10, 8)
EDITIONS = ("2020-21", "2021-22", "2022-23", "2023-24", "2024-25")
KINDS = ("case-study", "q-and-a", "impact-story")
KIND_WEIGHTS = (60, 20, 20)
PHASES = {
    "primary": "Primary",
    "secondary": "Secondary",
    "post-16": "Post-16",
    "llme": "Cross-phase",
    "sktm": "Cross-phase",
    "riwg": "Cross-phase",
}

_QUARTERS = ("North", "South", "East", "West", "Upper", "Lower", "Greater", "Mid")
_VALES = ("Fenland", "Harrow Vale", "Calder", "Tideway", "Marlstone")
HUBS = tuple(f"{quarter} {vale} Maths Hub" for vale in _VALES for quarter in _QUARTERS)

PLACES = (
    "Ashdown", "Birchfield", "Coldharbour", "Dunmore", "Elmbridge", "Foxley", "Garrowby", "Hazelwood", "Inglesham",
    "Jubilee", "Kestrel", "Larkspur", "Millbrook", "Netherby", "Oakhanger", "Pennywell", "Quarry Bank", "Rowan",
    "Saltmarsh", "Thornbury", "Underhill", "Vicarage", "Wheatley", "Yarrow",
)  # fmt: skip
GROUNDS = ("Park", "Lane", "Green", "Hill", "Bridge", "Cross", "Heath", "Road", "Meadow", "Fields")
TYPES = {
    "primary": ("Primary School", "Junior School", "C of E Primary", "Infant School"),
    "secondary": ("Academy", "High School", "School", "College"),
    "post-16": ("Sixth Form College", "Sixth Form", "College"),
}

WHO = (
    "the maths lead", "our Year 4 team", "the head of department", "two class teachers", "the teaching assistants",
    "colleagues in Key Stage 3", "the mastery specialist", "a newly qualified teacher",
    "the senior leadership team", "our work group lead", "the whole department",
    "pupils in the lower attaining sets", "the cohort lead", "our Reception staff", "the hub's local lead",
)  # fmt: skip
DID = (
    "planned a sequence of lessons around", "rewrote the scheme of work to foreground",
    "spent three twilight sessions discussing", "observed each other teaching",
    "collected samples of pupil work on", "built a shared bank of tasks for",
    "began every lesson with a short discussion of", "agreed on common language for",
    "trialled a different representation of", "returned several times to", "kept a written journal about",
    "mapped progression in",
)  # fmt: skip
TOPICS = (
    "multiplicative reasoning", "part–whole models", "fractions as numbers", "ratio tables",
    "the equals sign as balance", "algebraic notation", "number bonds to ten", "place value beyond 1,000",
    "variation in worked examples", "proportional thinking", "area and perimeter", "sequences and their nth terms",
    "quadratic graphs", "statistical reasoning", "mathematical talk", "fluency in calculation",
    "problem solving with bar models", "angles in polygons",
)  # fmt: skip
SO = (
    "which gave everyone a common starting point", "and the difference showed within a half term",
    "although it took longer than we had planned", "because gaps from earlier years were still visible",
    "so that nobody was left waiting for the next task", "and confidence rose along with accuracy",
    "while keeping the pace right for those who needed longer", "which surprised even the sceptics",
    "and parents began to comment on it", "so the change has outlasted the original project",
    "though attendance at the sessions varied", "and we have kept it in the timetable since",
)  # fmt: skip
OPENINGS = (
    "In the autumn term", "By the second workshop", "Looking back", "At the start of the year",
    "After the first half term", "During the spring", "When the hub visited", "Over two years", "To begin with",
    "In practice", "Alongside this", "With hindsight",
)  # fmt: skip
EVIDENCE = (
    "{p}% of pupils could explain their method, up from {q}% in September",
    "the average score on the diagnostic task rose from {q} to {p} out of 100",
    "{n} of the {m} pupils interviewed described themselves as good at maths",
    "staff reported {n} fewer hours of marking over the term",
    "{n} lessons were observed and {m} written reflections were gathered",
    "the gap between disadvantaged pupils and their peers narrowed by {n} points",
)  # fmt: skip
QUOTES = (
    "I stopped racing to the answer and started asking what they noticed.",
    "It is the first time I have looked forward to teaching fractions.",
    "The children talk to each other about maths now, not just to me.",
    "We do less, but we do it far more carefully.",
    "Seeing another teacher's classroom changed how I thought about mine.",
    "My set told me the lesson was hard and then asked for another one like it.",
    "What mattered was having time, and someone to think with.",
)  # fmt: skip
HEADINGS = (
    "Background", "What we set out to change", "How the work group ran", "What happened in lessons",
    "The difference it made", "What we learned", "Challenges along the way", "Next steps", "Working with the hub",
    "Evidence of impact", "Involving the whole staff", "Advice for others",
)  # fmt: skip
QUESTIONS = (
    "What made you join the work group?", "How did your classroom change?", "What was hardest?",
    "How do you know it worked?", "What did pupils notice?", "Who helped you most?",
    "What would you tell another school?", "What comes next?",
)  # fmt: skip
BULLETS = (
    "a shared vocabulary list displayed in every room", "weekly planning in pairs",
    "one representation introduced at a time", "short, frequent retrieval tasks",
    "stem sentences that pupils say and then write", "a visit to a partner school each term",
    "pre-teaching for pupils who missed earlier content", "fewer, deeper exercises",
    "a protected hour for the maths lead", "recorded lessons for later discussion",
    "low-stakes quizzes at the end of each unit", "reviewing books together every fortnight",
)  # fmt: skip
LINKS = (
    ("the programme overview", "https://example.org/programmes/mastery"),
    ("our hub's page", "https://example.org/hubs/"),
    ("the professional development materials", "https://example.org/materials/spine-1"),
    ("an earlier case study", "../"), ("the evaluation summary", "https://example.org/evaluation.pdf"),
)  # fmt: skip
NOTES = (
    "Figures are from the school's own assessments and have not been independently moderated.",
    "The work group met six times, three of them online.", "Names of pupils have been changed.",
    "Disadvantage is the share of pupils eligible for additional funding in the census year.",
)  # fmt: skip
THEMES = (
    "mastery", "fluency", "oracy", "assessment", "transition", "leadership", "early-years", "algebra", "fractions",
    "disadvantage", "lesson-study", "textbooks", "coherence", "confidence",
)  # fmt: skip
