"""Vocabularies used across topics: themes, sources, dates, places, tone and significance."""

from validators.vocabulary.base import NumberTerm, Term


class Theme(Term):
    """The ten themes by which every page can be filtered."""

    DIPLOMACY = "diplomacy", "Diplomacy", "Recognition, visits, summits, talks and statements."
    ECONOMY = "economy", "Economy", "Trade, aid, debt, transport, energy and labour."
    MILITARY = "military", "Military", "Forces, arms, exercises and deployments."
    NUCLEAR = "nuclear", "Nuclear", "Nuclear research, weapons, tests and negotiations about them."
    SANCTIONS = "sanctions", "Sanctions", "Restrictive measures and their monitoring."
    TECHNOLOGY = "technology", "Technology", "Science, space, telecommunications and cyber matters."
    SOCIETY = "society", "Society", "Education, culture, tourism, religion, health and sport."
    LAW = "law", "Law", "Treaties, borders, courts and legal assistance."
    INFORMATION = "information", "Information", "Media, propaganda and exchange of news."
    HUMAN_RIGHTS = "human_rights", "Human rights", "Rights of persons and how others judge them."


class SourceKind(Term):
    """What kind of text a source is."""

    OFFICIAL = "official", "Official", "Text of a government or of one of its bodies."
    INTERGOVERNMENTAL = (
        "intergovernmental",
        "Intergovernmental",
        "Text of the United Nations, the EU, NATO or alike.",
    )
    STATE_MEDIA = (
        "state_media",
        "State media",
        "Media owned or directed by a state, Russian and DPRK included.",
    )
    WIRE = "wire", "News agency", "Report of a news agency, often read in a copy."
    PRESS = "press", "Press", "Newspaper, broadcaster or news site."
    ACADEMIC = "academic", "Academic", "Research article, working paper or book."
    THINK_TANK = "think_tank", "Think tank", "Publication of a research or advocacy organisation."
    REFERENCE = "reference", "Reference work", "Encyclopaedia, chronology or legal database."
    DATASET = "dataset", "Dataset", "Machine-readable data."
    REVIEWED = "reviewed", "Article under review", "One of the five articles; never evidence."


class Precision(Term):
    """How exactly a date is known."""

    DAY = "day", "Day", "The day is known: YYYY-MM-DD; drawn as a point."
    MONTH = "month", "Month", "Only the month is known: YYYY-MM; drawn as a bar over the month."
    YEAR = "year", "Year", "Only the year is known: YYYY; drawn as a bar over the year."


class Tone(NumberTerm):
    """Effect of an event on the Russia–DPRK tie; not a judgement whether the event was good."""

    RUPTURE = -2, "Serious strain", "Rupture or serious strain between the two."
    FRICTION = -1, "Friction", "Friction: limits, disputes, falling deliveries, votes against."
    NEUTRAL = 0, "Neutral", "Neutral fact, or an act of third parties such as outside sanctions."
    CLOSER = 1, "Closer", "A lesser or reported step that tightens the tie."
    DEEPENING = 2, "Major deepening", "A binding, material or top-level step that tightens the tie."


class Significance(NumberTerm):
    """How much an event matters within the record."""

    DETAIL = 1, "Detail", "Supporting detail."
    NOTABLE = 2, "Notable", "Important within its theme."
    LANDMARK = 3, "Landmark", "Changes the relation or its basis; always at least two sources."


class Verified(Term):
    """Whether the text of a source was read and supports the row."""

    YES = "yes", "Verified", "The text of at least one cited source was read and supports the row."
    PARTIAL = (
        "partial",
        "Partly verified",
        "Supported in part; the note says what is not confirmed.",
    )
    NO = "no", "Not verified", "Not confirmed by a text that was read; the note says why."


class RussiaAs(Term):
    """The state that stands behind the code RUS before 26 December 1991."""

    USSR = "USSR", "Soviet Union", "The Soviet Union acted."
    RSFSR = "RSFSR", "Russian republic", "The Russian republic acted while the USSR still existed."


class PlaceKind(Term):
    """What kind of place a point on the map is."""

    CAPITAL = "capital", "Capital", "Seat of government or main city of a region."
    SUMMIT_VENUE = "summit_venue", "Summit venue", "Place of meetings at the top."
    BORDER_CROSSING = "border_crossing", "Border crossing", "Bridge, station or checkpoint."
    PORT = "port", "Port", "Sea port or port city."
    FACILITY = "facility", "Facility", "Plant, institute, cosmodrome or other installation."
    TEST_SITE = "test_site", "Test site", "Nuclear or missile test site."
    MILITARY = "military", "Military", "Front, base or area of military action."
    LABOUR_SITE = "labour_site", "Labour site", "Place where workers from the DPRK are employed."


class ActorKind(Term):
    """Whether an actor is a country or an organisation."""

    COUNTRY = "country", "Country", "A state in the table of countries."
    ORGANISATION = "organisation", "Organisation", "An organisation in the table of organisations."


class OrganisationKind(Term):
    """What kind of organisation it is."""

    UN_BODY = "un_body", "UN body", "The United Nations or a body of its system."
    ALLIANCE = "alliance", "Alliance", "Defence alliance or security pact."
    UNION = "union", "Union", "Union of states with common institutions."
    ECONOMIC_BLOC = "economic_bloc", "Economic bloc", "Customs union or economic community."
    FORUM = "forum", "Forum", "Grouping of states without binding decisions."
    MONITORING = "monitoring", "Monitoring", "Body that monitors sanctions."
    HUMANITARIAN = "humanitarian", "Humanitarian", "Humanitarian organisation."


class AreaKind(Term):
    """What kind of statistical area a code stands for that is not a country of today."""

    WORLD = "world", "World", "All partners together."
    FORMER_STATE = "former_state", "Former state", "A state that no longer exists."
    TERRITORY = "territory", "Territory", "A customs territory with statistics of its own."


class MembershipChange(Term):
    """What changed in a membership."""

    JOINED = "joined", "Joined", "Became a member."
    CO_FOUNDED = "co-founded", "Co-founded", "Founding member."
    INVITED = "invited", "Invited", "Invited; accession not completed."
    FROZEN = "participation_frozen", "Participation frozen", "Formally a member, not taking part."


class Language(Term):
    """Language of a spelling."""

    EN = "en", "English"
    KO = "ko", "Korean"
    RU = "ru", "Russian"
    ZH = "zh", "Chinese"
    JA = "ja", "Japanese"


class Script(Term):
    """Script of a spelling (ISO 15924)."""

    LATN = "Latn", "Latin"
    HANG = "Hang", "Hangul"
    CYRL = "Cyrl", "Cyrillic"
    HANI = "Hani", "Han"
    JPAN = "Jpan", "Japanese"


class AliasKind(Term):
    """What a spelling names."""

    PERSON = "person", "Person"
    PLACE = "place", "Place"
    ORGANISATION = "organisation", "Organisation"
    TREATY = "treaty", "Treaty"
    THING = "thing", "Thing"


class GlossarySection(Term):
    """The part of the dashboard to which a term belongs."""

    TRADE = "trade", "Trade"
    MILESTONES = "milestones", "Milestones"
    REACTIONS = "reactions", "Reactions"
    AGREEMENTS = "agreements", "Agreements"
    UNITED_NATIONS = "united_nations", "United Nations"
    ESTIMATES = "estimates", "Estimates"
    CLAIMS = "claims", "Claims"
    DATA = "data", "Data"
