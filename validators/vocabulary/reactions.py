"""Vocabularies of reactions: the stance codebook, bases, actions and reasons."""

from validators.vocabulary.base import NumberTerm, Term


class Stance(NumberTerm):
    """Stance towards Russia–DPRK cooperation as it shows in one event."""

    CONDEMNS = (
        -2,
        "Condemns or acts",
        (
            "Condemns, says in its own voice that resolutions or law are broken, acts (sanctions, "
            "summons, protest), or calls for concrete counter-measures."
        ),
    )
    CONCERNED = (
        -1,
        "Concerned",
        (
            "Concern, regret, opposition, a warning or an appeal to stop, without condemnation and "
            "without an outright charge of breach; conditional charges count here."
        ),
    )
    NEUTRAL = (
        0,
        "Neutral",
        (
            "No comment, a matter for the two, a general reminder that sanctions bind everyone, or an "
            "appeal for dialogue without blame."
        ),
    )
    SYMPATHETIC = (
        1,
        "Sympathetic",
        (
            "Welcomes the cooperation or argues that the two are entitled to it, without taking part."
        ),
    )
    ENDORSES = (
        2,
        "Endorses or takes part",
        ("Is a party, promises support, defends the cooperation as a party, or offers to join."),
    )


class Basis(Term):
    """In what form the actor spoke; the first two are its own voice."""

    INDIVIDUAL = "individual", "Own statement or act", "The actor's own statement or act."
    UN_MEETING = "un_meeting", "Own words at the UN", "Own statement in or around a UN meeting."
    JOINT_STATEMENT = "joint_statement", "Joint statement", "A text shared with other signatories."
    EU_STATEMENT = (
        "eu_statement",
        "EU statement",
        ("Covered by a text issued for the European Union; for others alignment with it."),
    )
    NATO_DECLARATION = "nato_declaration", "NATO declaration", "Party to a text of the alliance."
    G7_STATEMENT = "g7_statement", "G7 statement", "Party to a text of the Group of Seven."

    @property
    def own_voice(self) -> bool:
        """Whether the actor spoke for itself alone."""
        return self in (Basis.INDIVIDUAL, Basis.UN_MEETING)

    @property
    def tier(self) -> int:
        """Rank in choosing one stance: 1 own voice, 2 joint statement, 3 EU, NATO or G7 text."""
        if self.own_voice:
            return 1
        return 2 if self is Basis.JOINT_STATEMENT else 3


class Action(Term):
    """What the actor did."""

    STATEMENT = "statement", "Statement"
    JOINT_STATEMENT = "joint_statement", "Joint statement"
    UN_STATEMENT = "un_statement", "Statement at the UN"
    SUMMONS = "summons", "Summons or protest note"
    SANCTIONS = "sanctions", "Sanctions"
    DESIGNATION = "designation", "Designation"
    POLICY_REVIEW = "policy_review", "Policy review"
    MILITARY_MEASURE = "military_measure", "Military measure"
    MEDIATION_OFFER = "mediation_offer", "Offer to mediate"


class Reason(Term):
    """A reason given in the text of a reaction."""

    UN_RESOLUTIONS = "un_resolutions", "UN resolutions", "Council resolutions are or may be broken."
    UKRAINE_WAR = "ukraine_war", "War against Ukraine", "It prolongs or widens that war."
    ARMS_TRANSFER = "arms_transfer", "Arms transfers", "Arms or munitions change hands."
    SANCTIONS_EROSION = (
        "sanctions_erosion",
        "Erosion of sanctions",
        "Sanctions or their monitoring weaken.",
    )
    REGIONAL_SECURITY = (
        "regional_security",
        "Regional security",
        "It endangers Korea or the region.",
    )
    REGIONAL_STABILITY = (
        "regional_stability",
        "Regional stability",
        "Stability or dialogue is at stake.",
    )
    NUCLEAR_PROLIFERATION = (
        "nuclear_proliferation",
        "Nuclear proliferation",
        "It helps the nuclear or missile programme.",
    )
    TECHNOLOGY_TRANSFER = (
        "technology_transfer",
        "Technology transfer",
        "Sensitive technology flows.",
    )
    DEFENCE_PACT = "defence_pact", "Defence pact", "The mutual-defence obligation."
    SOVEREIGNTY_RIGHT = "sovereignty_right", "Sovereign right", "The two are entitled to cooperate."
    NON_INTERFERENCE = "non_interference", "Non-interference", "It is a matter for the two alone."
