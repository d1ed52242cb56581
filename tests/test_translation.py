"""A grade is read as of a later day by the strongest way that leads there, or refused with the reason."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from gradelint.errors import UnknownError
from gradelint.model import Area, Basis, Equivalence, Framework, Grade, Kind, Period, Scale, Source, Vocabulary
from gradelint.model.translation import Candidate, Question, Refusal, Refused, Trail, Translation, follow, translate
from gradelint.vocabulary import available, load

LATEST = date(2026, 11, 23)


def scale(*labels: str, **more: object) -> Scale:
    """A scale, best grade first; `codes` numbers it and `span` dates it."""
    codes = more.get("codes") or (None,) * len(labels)
    assert isinstance(codes, tuple)
    grades = tuple(Grade(each, rank, code) for rank, (each, code) in enumerate(zip(labels, codes, strict=True), 1))
    span = more.get("span")
    assert span is None or isinstance(span, Period)
    return Scale(str(more.get("id", "grades")), grades, span=span)


def framework(code: str, inspected: str, *scales: Scale, overall: bool = True, **more: object) -> Framework:
    """A framework, graded when it has a scale."""
    kind = Kind.GRADED if scales else Kind.UNGRADED
    made = Framework(code.lower(), code, code, kind, Period.parse(inspected), overall, scales=scales)
    return made._replace(**more)  # type: ignore[arg-type]


def same_words(start: str, end: str, basis: Basis, note: str = "", area: str = "") -> Equivalence:
    """Every grade of one framework reads as the same word in another."""
    return Equivalence(start, "*", end, "*", basis, note, area)


OLD = ("outstanding", "good", "adequate", "inadequate")
MIDDLE = ("outstanding", "good", "requires improvement", "inadequate")
NEW = ("outstanding", "good", "requires improvement to be good", "inadequate")
REPLACED = "The word was replaced and the bar raised."
COUNCILS = Vocabulary(
    "councils",
    "2026.11",
    "Councils",
    "Ofsted",
    "children's services",
    (
        framework("APA", "2005/2008", scale(*OLD, codes=(4, 3, 2, 1))),
        framework("RATING", "2009-12/2011-11", scale("performs excellently", "performs well")),
        framework("CRA", "2009-08/2012-05", overall=False, terms=("areas for priority action",)),
        framework(
            "SLAC",
            "2009-04/2012-08",
            scale(*OLD, codes=(1, 2, 3, 4)),
            overall=False,
            areas=(Area("safeguarding", "Safeguarding", role="strand"), Area("looked-after", "Care", role="strand")),
        ),
        framework("CPI", "2012-06/2013-07", scale(*OLD, codes=(1, 2, 3, 4)), areas=(Area("quality", "Quality"),)),
        framework("BOARD", "2013-11/2017-12", scale(*MIDDLE), body="board"),
        framework(
            "SIF", "2013-11/2018-07", scale(*MIDDLE), drafts=("coasting",), areas=(Area("adoption", "Adoption"),)
        ),
        framework("ILACS", "2018-01/2026-03-20", scale(*NEW), areas=(Area("overall", "Overall effectiveness"),)),
        framework(
            "ILACS26",
            "2026-04-27/9999",
            scale(*NEW),
            overall=False,
            areas=(Area("leaders", "Leaders"), Area("care", "Care")),
        ),
    ),
    (
        Equivalence("apa", "good", "rating", "performs well", Basis.CONVENTIONAL),
        same_words("apa", "slac", Basis.DENIED, "The APA was a desk exercise."),
        Equivalence("rating", "performs well", "slac", "good", Basis.CONVENTIONAL),
        same_words("slac", "cpi", Basis.CONVENTIONAL),
        Equivalence("slac", "adequate", "sif", "requires improvement", Basis.OFFICIAL, REPLACED, sources=("press",)),
        Equivalence("cpi", "adequate", "sif", "requires improvement", Basis.OFFICIAL, REPLACED, sources=("press",)),
        same_words("cpi", "sif", Basis.CONVENTIONAL),
        Equivalence("sif", "requires improvement", "ilacs", "requires improvement to be good", Basis.SAME),
        same_words("sif", "ilacs", Basis.OFFICIAL),
        same_words("ilacs", "ilacs26", Basis.OFFICIAL),
    ),
    (Source("press", "A press release", "https://example.org/press", "2013-10"),),
)


def ask(
    grade: str, inspected: str = "", as_of: date = LATEST, framework: str = "", area: str = ""
) -> Translation | Refusal:
    """Ask the small vocabulary."""
    when = Period.parse(inspected) if inspected else None
    return translate((COUNCILS,), grade, framework=framework, area=area, inspected=when, as_of=as_of)


def reading(grade: str, inspected: str = "", **more: object) -> tuple[str | None, Basis] | tuple[Refused, str]:
    """The outcome in two words, or the refusal with its reason."""
    answer = ask(grade, inspected, **more)  # type: ignore[arg-type]
    return (answer.refused, answer.reason) if isinstance(answer, Refusal) else (answer.reads_now, answer.basis)


def test_a_replaced_grade_reads_as_its_replacement_on_the_word_of_the_inspectorate() -> None:
    assert ask("adequate", "2012-07-02", date(2015, 3, 17), framework="CPI") == Translation(
        grade="adequate",
        vocabulary="councils@2026.11",
        framework="CPI",
        frameworks=("CPI",),
        area="",
        inspected=Period.day(2012, 7, 2),
        as_of=date(2015, 3, 17),
        meaning="",
        rank=3,
        of=4,
        reads_now="requires improvement",
        basis=Basis.OFFICIAL,
        via=("SIF: requires improvement",),
        note=REPLACED,
        sources=(Source("press", "A press release", "https://example.org/press", "2013-10"),),
    )


def test_frameworks_in_force_together_that_read_the_same_give_one_answer_that_names_them_all() -> None:
    answer = ask("Adequate", "2012-07-02")
    assert isinstance(answer, Translation)
    assert (answer.framework, answer.frameworks, answer.reads_now, answer.basis, answer.rank, answer.of) == (
        None,
        ("SLAC", "CPI"),
        "requires improvement to be good",
        Basis.OFFICIAL,
        3,
        4,
    )
    assert "SLAC and CPI had this grade" in answer.note


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2012, 8, 1), ("adequate", Basis.SAME)),
        (date(2013, 9, 1), ("adequate", Basis.SAME)),
        (date(2013, 11, 30), ("requires improvement", Basis.OFFICIAL)),
        (date(2018, 7, 1), ("requires improvement", Basis.OFFICIAL)),
        (date(2018, 8, 1), ("requires improvement to be good", Basis.OFFICIAL)),
        (date(2026, 4, 10), ("requires improvement to be good", Basis.OFFICIAL)),
    ],
)
def test_a_grade_reads_as_the_framework_in_force_has_it_or_the_one_last_begun(
    as_of: date, expected: tuple[str, Basis]
) -> None:
    assert reading("adequate", "2012-07", framework="CPI", as_of=as_of) == expected


def test_the_weakest_step_gives_the_basis() -> None:
    assert reading("good", "2013-01") == ("good", Basis.CONVENTIONAL)
    assert reading("good", "2015") == ("good", Basis.OFFICIAL)


def test_a_denied_pair_is_refused_even_by_a_detour() -> None:
    answer = ask("good", framework="APA")
    assert isinstance(answer, Translation)
    assert (answer.reads_now, answer.basis, answer.note) == (None, Basis.DENIED, "The APA was a desk exercise.")


def test_a_denial_of_another_way_is_told_beside_the_way_that_is_open() -> None:
    answer = ask("good", framework="APA", as_of=date(2010, 6, 1))
    assert isinstance(answer, Translation)
    assert (answer.reads_now, answer.basis) == ("performs well", Basis.CONVENTIONAL)
    assert answer.note == "The APA was a desk exercise."


def test_a_scale_that_ended_with_nothing_after_reads_as_nothing() -> None:
    assert reading("good", framework="BOARD") == (None, Basis.NONE)
    assert reading("good", framework="BOARD", as_of=date(2017, 12, 31)) == ("good", Basis.SAME)


def test_an_overall_grade_is_removed_where_none_is_left_and_the_note_reads_the_label() -> None:
    answer = ask("adequate", "2012-07-02", framework="CPI", area="overall")
    assert isinstance(answer, Translation)
    assert (answer.reads_now, answer.basis) == (None, Basis.REMOVED)
    assert answer.note == (
        f"{REPLACED} ILACS26 has no overall grade, and none may be worked out from its judgements. On the judgements "
        "that remain (Leaders and Care) the label reads 'requires improvement to be good' (official)."
    )


def test_the_overall_of_an_inspection_with_two_strands_is_read_as_a_label_with_a_note() -> None:
    answer = ask("adequate", "2010-07-19", framework="SLAC", area="overall")
    assert isinstance(answer, Translation)
    assert (answer.reads_now, answer.basis) == ("requires improvement to be good", Basis.OFFICIAL)
    assert answer.note.startswith("SLAC gave two overall grades, one a strand")


def test_a_board_is_told_from_its_council() -> None:
    answer = ask("good", "2016-05")
    assert isinstance(answer, Translation)
    assert (answer.reads_now, answer.basis, answer.framework) == ("good", Basis.OFFICIAL, "SIF")
    assert answer.note == "BOARD gave the same word to another body (board): name it to ask for that."


def test_a_number_is_read_in_its_own_framework_s_direction_and_never_alone() -> None:
    apa, slac = ask("3", framework="APA", as_of=date(2008, 1, 1)), ask("Grade 3", "2010", framework="SLAC")
    assert isinstance(apa, Translation)
    assert isinstance(slac, Translation)
    assert (apa.grade, apa.note) == ("good", "APA numbered its best grade 4.")
    assert (slac.grade, slac.note) == ("adequate", f"SLAC numbered its best grade 1. {REPLACED}")
    assert reading("3")[0] is Refused.AMBIGUOUS
    assert reading("3", framework="SIF") == (
        Refused.UNKNOWN,
        "no numbers stand for the grades of SIF; give the grade in words",
    )


def refused(grade: str, inspected: str = "", **more: object) -> tuple[str, str, tuple[str, ...]]:
    """The kind of refusal, the reason, and the candidates as `framework: label`."""
    answer = ask(grade, inspected, **more)  # type: ignore[arg-type]
    assert isinstance(answer, Refusal)
    return answer.refused, answer.reason, tuple(f"{each.framework}: {each.label}" for each in answer.candidates)


def test_another_form_of_a_grade_is_read_as_the_grade_and_told() -> None:
    sif = framework(
        "SIF", "2013/2018", Scale("grades", (Grade("requires improvement", 3, forms=("require improvement",)),))
    )
    answer = translate((Vocabulary("v", "1", "", "", "", (sif,)),), "Require improvement", as_of=date(2014, 1, 1))
    assert isinstance(answer, Translation)
    assert (answer.grade, answer.note) == (
        "requires improvement",
        "'Require improvement' is another form of 'requires improvement'.",
    )


def test_a_judgement_of_another_time_is_anachronistic() -> None:
    assert refused("good", "2010", area="adoption") == (
        "anachronistic",
        "'good' for 'adoption' could not be given in 2010: it was a grade of SIF (1 November 2013 to 31 July 2018); "
        "check the date or the grade",
        ("SIF: good",),
    )


def test_a_later_label_is_anachronistic_and_the_reason_says_when_it_lived() -> None:
    assert refused("requires improvement", "2010-07-19", framework="SLAC") == (
        "anachronistic",
        "'requires improvement' could not be given on 19 July 2010: it was a grade of BOARD (1 November 2013 to 31 "
        "December 2017) and SIF (1 November 2013 to 31 July 2018); SLAC, in force then, gave 'outstanding', 'good', "
        "'adequate' and 'inadequate'; check the date or the grade",
        ("BOARD: requires improvement", "SIF: requires improvement"),
    )


def test_a_grade_outside_its_framework_s_dates_is_anachronistic() -> None:
    assert refused("good", "2016", framework="CPI") == (
        "anachronistic",
        "'good' could not be given in 2016: it was a grade of CPI (1 June 2012 to 31 July 2013); no framework that "
        "gives grades was in force then; check the date or the grade",
        ("CPI: good",),
    )


def test_a_framework_that_has_not_begun_is_anachronistic() -> None:
    assert refused("good", framework="SIF", as_of=date(2012, 1, 1))[0] == "anachronistic"


@pytest.mark.parametrize("inspected", ["2009-08-04", ""])
def test_a_grade_of_an_ungraded_visit_is_refused(inspected: str) -> None:
    assert refused("good", inspected, framework="CRA") == (
        "ungraded",
        "CRA inspections are not graded, so none was 'good'; its findings are worded 'areas for priority action'",
        (),
    )


def test_an_overall_grade_of_a_framework_without_one_is_refused() -> None:
    assert refused("good", "2026-05-11", area="overall") == (
        "no-overall",
        "ILACS26 inspections (since 27 April 2026) end without an overall grade, and none may be worked out from the "
        "others; name the judgement with --area (leaders, care)",
        ("ILACS26: good",),
    )


def test_an_overall_by_another_of_its_names_is_the_overall() -> None:
    assert refused("good", "2026-05-11", area="Overall effectiveness")[0] == "no-overall"


def test_a_label_that_was_only_proposed_is_refused() -> None:
    assert refused("Coasting", "2014-05") == (
        "draft-label",
        "'coasting' was proposed in the consultation on SIF and never given to anyone; take the grade from the "
        "inspection report itself",
        ("SIF: outstanding", "SIF: good", "SIF: requires improvement", "SIF: inadequate"),
    )


def test_a_word_that_is_no_grade_is_unknown_with_what_may_be_meant() -> None:
    assert refused("adequat", framework="CPI") == (
        "unknown",
        "no inspection is known to give the grade 'adequat'; did you mean 'adequate' or 'inadequate'?",
        ("APA: adequate", "SLAC: adequate", "CPI: adequate")
        + tuple(f"{each.code}: inadequate" for each in COUNCILS.frameworks if each.grade("inadequate")),
    )


def test_a_grade_of_another_framework_at_the_same_time_is_unknown_to_this_one() -> None:
    assert refused("performs well", "2010", framework="SLAC") == (
        "unknown",
        "'performs well' was not a grade of SLAC, whose grades are 'outstanding', 'good', 'adequate' and 'inadequate'",
        ("RATING: performs well",),
    )


def test_a_judgement_the_framework_did_not_make_is_unknown() -> None:
    assert refused("good", framework="CPI", area="adoption") == (
        "unknown",
        "CPI had no judgement of 'adoption'; its areas are quality",
        ("SIF: good",),
    )


def test_frameworks_that_read_apart_make_the_question_ambiguous() -> None:
    assert ask("good") == Refusal(
        question=Question("good", "", "", None, LATEST),
        refused=Refused.AMBIGUOUS,
        reason="'good' was a grade of APA, SLAC, CPI, SIF, ILACS and ILACS26, and does not read the same from each of "
        "them; say which inspection is meant with --framework or --inspected",
        candidates=(
            Candidate("councils", "APA", "good", Period.parse("2005/2008"), None),
            Candidate("councils", "SLAC", "good", Period.parse("2009-04/2012-08"), "good"),
            Candidate("councils", "CPI", "good", Period.parse("2012-06/2013-07"), "good"),
            Candidate("councils", "SIF", "good", Period.parse("2013-11/2018-07"), "good"),
            Candidate("councils", "ILACS", "good", Period.parse("2018-01/2026-03-20"), "good"),
            Candidate("councils", "ILACS26", "good", Period.parse("2026-04-27/9999"), "good"),
        ),
    )


def test_without_a_date_frameworks_that_read_the_same_give_one_answer() -> None:
    assert reading("requires improvement to be good") == ("requires improvement to be good", Basis.OFFICIAL)


def test_the_same_word_in_two_remits_is_ambiguous() -> None:
    schools = Vocabulary(
        "schools", "1", "Schools", "Ofsted", "schools", (framework("EIF", "2019/2025", scale(*MIDDLE)),)
    )
    answer = translate((COUNCILS, schools), "good", inspected=Period.year(2020), as_of=LATEST)
    assert isinstance(answer, Refusal)
    assert (answer.refused, answer.reason) == (
        Refused.AMBIGUOUS,
        "'good' was a grade of ILACS and EIF, and does not read the same from each of them; say which inspection is "
        "meant with --vocabulary or --framework",
    )


def test_a_framework_or_an_area_that_nobody_has_is_an_error_with_a_hint() -> None:
    with pytest.raises(UnknownError, match="no framework called 'SLAK'; did you mean 'SLAC'"):
        ask("good", framework="SLAK")
    with pytest.raises(UnknownError, match="no area called 'adoptoin'; did you mean 'adoption'"):
        ask("good", area="adoptoin")


def test_a_scale_renamed_within_a_framework_is_followed_by_its_own_dates() -> None:
    early = scale("good", "satisfactory", id="early", span=Period.parse("2005/2012-03"))
    late = scale("good", "adequate", id="late", span=Period.parse("2012-04/2013-10"))
    fostering = framework("FOSTERING", "2005/2013-10", early, late)
    step = Equivalence("fostering", "satisfactory", "fostering", "adequate", Basis.CONVENTIONAL)
    vocabulary = Vocabulary("v", "1", "", "", "", (fostering,), (step,))
    grade = fostering.grade("satisfactory")
    assert grade is not None
    assert follow(vocabulary, fostering, grade, date(2012, 1, 1)) == Trail((), "fostering", "satisfactory", Basis.SAME)
    assert follow(vocabulary, fostering, grade, date(2013, 1, 1)) == Trail(
        (step,), "fostering", "adequate", Basis.CONVENTIONAL
    )


def test_equivalences_that_go_round_in_a_circle_lead_nowhere_and_end() -> None:
    one, two = framework("ONE", "2001", scale("good")), framework("TWO", "2002", scale("good"))
    round_about = (same_words("one", "two", Basis.SAME), same_words("two", "one", Basis.SAME))
    grade = one.grade("good")
    assert grade is not None
    trail = follow(Vocabulary("v", "1", "", "", "", (one, two), round_about), one, grade, LATEST)
    assert trail == Trail((), "one", None, Basis.NONE)


@cache
def shipped(name: str) -> Vocabulary:
    """A vocabulary that comes with gradelint, read once."""
    return load(name, None)


def test_on_any_day_a_grade_reads_as_one_that_could_be_given_or_as_none_with_the_reason() -> None:
    seen = 0
    for edition in available():
        vocabulary = shipped(edition.name)
        days = [each.inspected.first for each in vocabulary.frameworks if each.inspected.first.year > 1]
        for home in vocabulary.frameworks:
            for grade in (each for one in home.scales for each in one.grades):
                for day in [*days, LATEST]:
                    trail = follow(vocabulary, home, grade, day)
                    there = vocabulary.framework(trail.framework)
                    assert there is not None
                    if trail.label is None:
                        assert trail.basis in (Basis.DENIED, Basis.REMOVED, Basis.NONE)
                        assert trail.notes
                    else:
                        assert trail.basis in (Basis.SAME, Basis.OFFICIAL, Basis.CONVENTIONAL)
                        assert there.grade(trail.label) is not None
                        assert not trail.steps or there.inspected.first <= day
                    seen += 1
    assert seen > 500
