"""Vocabularies of agreements, General Assembly, Security Council and sanctions actions."""

from validators.vocabulary.base import Term


class AgreementKind(Term):
    """What an agreement is mainly about."""

    FRIENDSHIP = "friendship", "Friendship", "General treaty of friendship and cooperation."
    DEFENCE = "defence", "Defence", "Defence treaty or military agreement."
    ECONOMIC = "economic", "Economic", "Economy, transport, science and technology."
    LEGAL = "legal", "Legal", "Borders, legal assistance, migration, courts."
    OTHER = "other", "Other", "Declarations, notices and culture."


class ProvisionTopic(Term):
    """What a clause is about; the rows of the side-by-side comparison."""

    MUTUAL_DEFENCE = "mutual_defence", "Mutual defence"
    CONSULTATION = "consultation", "Consultation"
    THIRD_PARTY_AGREEMENTS = "third_party_agreements", "Agreements with third parties"
    TERRITORIAL_INTEGRITY = "territorial_integrity", "Territorial integrity and non-interference"
    JOINT_DEFENCE_MEASURES = "joint_defence_measures", "Joint defence measures"
    STRATEGIC_STABILITY = "strategic_stability", "Strategic stability"
    UNIFICATION = "unification", "Korean unification"
    UN_CHARTER = "un_charter", "UN Charter"
    INTERNATIONAL_ORGANISATIONS = "international_organisations", "International organisations"
    SANCTIONS = "sanctions", "Sanctions"
    ECONOMY = "economy", "Economy"
    TECHNOLOGY = "technology", "Science and technology"
    CULTURE_EDUCATION = "culture_education", "Culture and education"
    INFORMATION = "information", "Information"
    LAW = "law", "Law and legal assistance"
    REGIONAL = "regional", "Regional and border cooperation"
    TERM_TERMINATION = "term_termination", "Term and termination"


class RollCallKind(Term):
    """What was voted on; only final votes count for voting agreement."""

    RESOLUTION = "resolution", "Resolution", "Final vote, found in the UN library; counts."
    DECISION = "decision", "Decision", "Final vote on a decision; counts."
    PARAGRAPH = "paragraph", "Paragraph", "Separate vote on a part of a text; does not count."
    AMENDMENT = "amendment", "Amendment", "Vote on an amendment; does not count."
    UNMATCHED = (
        "unmatched",
        "Unmatched",
        (
            "A Voeten roll call without a UN library list: parts, motions, failed texts or an early "
            "final vote; does not count."
        ),
    )

    @property
    def final(self) -> bool:
        """Whether votes of this kind count for voting agreement."""
        return self in (RollCallKind.RESOLUTION, RollCallKind.DECISION)


class VoteIssue(Term):
    """Issue codes of the Voeten data."""

    ME = "me", "Middle East", "Israel, Palestine and the Middle East."
    NU = "nu", "Nuclear weapons", "Nuclear weapons and nuclear material."
    DI = "di", "Disarmament", "Arms control and disarmament."
    HR = "hr", "Human rights", "Human rights."
    CO = "co", "Colonialism", "Colonialism and self-determination; rough after 2019."
    EC = "ec", "Economic development", "Economic development; rough after 2019."


class IssuesMethod(Term):
    """How the issue codes of a roll call came about."""

    VOETEN = "voeten", "Voeten", "Original code of the Voeten data."
    TITLE_MATCH = (
        "title-match",
        "Same title",
        "Code of an earlier vote with the same title (from 2015).",
    )
    KEYWORD = "keyword", "Keyword rule", "Keyword rule of this project; rough for co and ec."


class VoteChoice(Term):
    """How a state stands in a roll call."""

    YES = "yes", "Yes", "Voted in favour."
    NO = "no", "No", "Voted against."
    ABSTAIN = "abstain", "Abstention", "Present and abstaining."
    ABSENT = "absent", "Absent", "Member that cast no vote; never counts for agreement."
    NONMEMBER = "nonmember", "Not a member", "Not (yet) a member; never counts for agreement."

    @property
    def cast(self) -> bool:
        """Whether the state took part: yes, no or abstention."""
        return self in (VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAIN)


class VoteTerms(Term):
    """Terms under which the votes of a roll call may be reused."""

    CC0 = "cc0", "CC0 1.0", "Rests on the Voeten data alone: public domain dedication."
    UN_NC = (
        "un-nc",
        "UN terms, non-commercial",
        (
            "Rests on voting records of the UN Digital Library: copyright United Nations, "
            "non-commercial use with attribution."
        ),
    )


class AdoptedBy(Term):
    """How a resolution was adopted."""

    RECORDED_VOTE = "recorded_vote", "Recorded vote", "Members' votes were recorded."
    WITHOUT_VOTE = (
        "without_vote",
        "Without a vote",
        "Adopted by consensus; no member's vote exists.",
    )


class KeyTopic(Term):
    """Subject of a key resolution."""

    DPRK_HUMAN_RIGHTS = "dprk_human_rights", "Human rights in the DPRK"
    NUCLEAR_TEST_BAN = "nuclear_test_ban", "Nuclear test ban"
    NUCLEAR_DISARMAMENT_JOINT_TEXT = (
        "nuclear_disarmament_joint_text",
        "Nuclear disarmament, joint text",
    )
    UKRAINE_WAR = "ukraine_war", "War against Ukraine"
    CRIMEA_HUMAN_RIGHTS = "crimea_human_rights", "Human rights in Crimea"
    CRIMEA_MILITARIZATION = "crimea_militarization", "Militarisation of Crimea"


class CouncilKind(Term):
    """What became of a text before the Security Council."""

    RESOLUTION = "resolution", "Resolution", "Adopted."
    DRAFT_VETOED = "draft_vetoed", "Draft vetoed", "Failed by the vote of a permanent member."
    DRAFT_REJECTED = "draft_rejected", "Draft rejected", "Failed for lack of votes."
    PROCEDURAL_VOTE = "procedural_vote", "Procedural vote", "Vote on procedure; no veto applies."


class CouncilVote(Term):
    """How a permanent member voted in the Council."""

    YES = "yes", "Yes", "Voted in favour."
    NO = "no", "No", "Voted against without the effect of a veto."
    ABSTAIN = "abstain", "Abstention", "Abstained."
    ABSENT = "absent", "Absent", "Not present or not voting."
    VETO = "veto", "Veto", "Voted against a draft that failed for that reason."


class CouncilMeasure(Term):
    """What a Council decision contains."""

    CONDEMNATION = "condemnation", "Condemnation"
    WAR_RESOLUTIONS = "war_resolutions", "Korean War"
    ARMS_EMBARGO = "arms_embargo", "Arms embargo"
    TRADE_BAN = "trade_ban", "Trade ban"
    COAL_CAP = "coal_cap", "Coal limit"
    PETROLEUM_CAP = "petroleum_cap", "Petroleum limit"
    WORKERS = "workers", "Workers abroad"
    FINANCIAL = "financial", "Financial measures"
    DESIGNATIONS = "designations", "Designations"
    PANEL_MANDATE = "panel_mandate", "Mandate of the Panel of Experts"


class CouncilScope(Term):
    """Whether a text concerns the DPRK or stands as context."""

    DPRK = "dprk", "DPRK", "Concerns the DPRK or Korea."
    CONTEXT = "context", "Context", "Concerns another matter; kept for comparison."


class Directness(Term):
    """How directly a sanctions action targets ties between the two countries."""

    YES = "yes", "Direct", "The targets stand in the tie between Russia and the DPRK."
    PARTLY = "partly", "In part", "Only a part of the targets does."
