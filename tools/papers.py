"""The words of the example papers: two committee papers of a council that does not exist, as blocks for a renderer.

Harrowmere, its officers and its inspections are invented; what is said about frameworks and grades is not. Each paper
puts misstatements beside fair statements; `examples/README.md` says which is which.
"""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """A numbered heading; paragraphs after it are numbered from it."""

    text: str


class Paragraph(NamedTuple):
    """A numbered paragraph. `[^1]` in the text calls the footnote of that number."""

    text: str


class Bullets(NamedTuple):
    """Lettered points under the paragraph above them."""

    items: tuple[str, ...]


class Quotation(NamedTuple):
    """Words of somebody else, set in from the margin."""

    text: str


class Table(NamedTuple):
    """A table with its caption, column headers, rows and the relative widths of its columns."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


class Paper(NamedTuple):
    """A committee paper: its title block, its numbered body and its footnotes."""

    council: str
    committee: str
    date: str
    title: str
    front: tuple[tuple[str, str], ...]
    body: tuple[Heading | Paragraph | Bullets | Quotation | Table, ...]
    notes: tuple[str, ...] = ()


RECORD_2014 = Paper(
    council="Harrowmere Borough Council",
    committee="Children and Young People Scrutiny Panel",
    date="4 November 2014",
    title="Child sexual exploitation: what inspection has told us",
    front=(
        ("Report of", "Strategic Director, Children and Families"),
        ("Cabinet portfolio", "Children's Services"),
        ("Wards affected", "All"),
        ("Status", "Public. For discussion; no decision is sought"),
    ),
    body=(
        Heading("Purpose of the report"),
        Paragraph(
            "In September the Panel asked what assurance members can take from past inspections of the Council's "
            "children's services, in the light of the independent inquiry into Rotherham published in August. This "
            "report sets out the inspection record and the action now in hand."
        ),
        Paragraph(
            "The Panel is asked to note the record in Table 1, to consider whether it was told clearly enough what "
            "each inspection found, and to agree the questions it wishes to put to the Safeguarding Children Board in "
            "January."
        ),
        Heading("The inspection record"),
        Paragraph(
            "Ofsted has visited the Council four times since 2009 to look at the protection or the care of children. "
            "Table 1 lists the visits, latest first."
        ),
        Table(
            "Table 1: Inspections of children's services in Harrowmere since 2009",
            ("Inspection", "On site", "Published", "Overall grade"),
            (
                (
                    "Arrangements for the protection of children (CPI)",
                    "10 to 19 September 2012",
                    "23 October 2012",
                    "Adequate",
                ),
                (
                    "Safeguarding and looked after children (SLAC): safeguarding",
                    "8 to 19 November 2010",
                    "17 December 2010",
                    "Adequate",
                ),
                (
                    "Safeguarding and looked after children (SLAC): looked after children",
                    "8 to 19 November 2010",
                    "17 December 2010",
                    "Good",
                ),
                (
                    "Contact, referral and assessment (CRA), unannounced",
                    "15 and 16 September 2009",
                    "13 October 2009",
                    "Not graded; two areas for priority action",
                ),
            ),
            (34, 24, 20, 22),
        ),
        Paragraph(
            "Under both frameworks in the table 'adequate' was the third grade of four and described a service that "
            "only met minimum requirements.[^1] Since November 2013 Ofsted has used 'requires improvement' in its "
            "place."
        ),
        Heading("What members have been told"),
        Paragraph(
            "The Council has kept a close interest in this area for some years. The inspection of child protection "
            "published in October 2012 confirmed that arrangements in Harrowmere are robust and well led, and the "
            "action plan that followed was signed off by this Panel in March 2013."
        ),
        Paragraph("The former Strategic Director put it in these words to the Panel in July 2013:"),
        Quotation(
            "We had Ofsted in for a fortnight in September 2012. They looked at everything we do to protect "
            "children, and they told us that our service was strong and was in safe hands."
        ),
        Paragraph(
            "The first unannounced visit to contact, referral and assessment, in September 2009, rated the service as "
            "good, although inspectors asked for prompt action on unallocated cases."
        ),
        Paragraph(
            "A resident wrote to the Chair in October 2014 to say that Ofsted had judged safeguarding in Harrowmere "
            "to be inadequate in November 2010. The letter has been circulated to members."
        ),
        Paragraph(
            "Services for looked after children were graded good in the same inspection. Inspectors commended the "
            "strong support given to foster carers, and the Corporate Parenting Board was pleased with the result."
        ),
        Paragraph(
            "The Harrowmere Courier reported in 2012 that the Council's child protection service had come through as "
            "'strong'. That is not what the grade said: the inspection found the service adequate, and its report "
            "listed eleven areas for improvement."
        ),
        Heading("Lessons for this Council"),
        Paragraph(
            "The panel that reviewed the 2010 inspection asked officers to explain the gap between the grade and the "
            "way in which it was presented. Officers replied that inspectors had found that safeguarding required "
            "improvement in November 2010, and that the press release had been agreed in haste."
        ),
        Paragraph("Three changes are proposed to the way in which inspection results are reported to members:"),
        Bullets(
            (
                "the overall grade will be given in the first paragraph of every report, in the inspectorate's own "
                "words, with its place on the scale;",
                "a visit that was not graded will be called that, whatever its letter says of individual teams;",
                "a grade that is no longer in use will be followed by the grade that replaced it.",
            )
        ),
        Paragraph(
            "The Council expects to be inspected under the single inspection framework during 2015. Nobody can say "
            "what that inspection will find. The Council's aim is to be judged good by 2017."
        ),
        Heading("Implications"),
        Paragraph(
            "Finance: adequate provision has been made in the 2014/15 budget for the training described above. Legal: "
            "there are none arising directly from this report. Equalities: an assessment is at Appendix B."
        ),
    ),
    notes=(
        "The inspectorate's grades were outstanding, good, adequate and inadequate. The Panel was last given the "
        "definitions in a briefing note of June 2012.",
    ),
)

PLAN_2016 = Paper(
    council="Harrowmere Borough Council",
    committee="Cabinet",
    date="15 November 2016",
    title="Children's services improvement plan: progress in the first year",
    front=(
        ("Report of", "Cabinet Member for Children and Families"),
        ("Lead officer", "Director of Children's Services"),
        ("Key decision", "No"),
        ("Scrutiny", "Children and Young People Scrutiny Panel, 8 November 2016"),
    ),
    body=(
        Heading("Summary"),
        Paragraph(
            "Ofsted has rated Harrowmere's children's services 'good'. Adoption performance was graded good, with "
            "children matched to families sooner than in most of the region, while the overall judgement published in "
            "July 2015 was requires improvement. This report describes what the Council has done since then."
        ),
        Heading("Background"),
        Paragraph(
            "Inspectors were on site from 12 May to 4 June 2015 and reported under the single inspection framework on "
            "10 July 2015. Table 1 gives every judgement."
        ),
        Table(
            "Table 1: Single inspection of Harrowmere, May and June 2015",
            ("Judgement", "Grade"),
            (
                ("Overall effectiveness", "Requires improvement"),
                ("Children who need help and protection", "Requires improvement"),
                ("Children looked after and achieving permanence", "Requires improvement"),
                ("Adoption performance", "Good"),
                ("Experiences and progress of care leavers", "Requires improvement"),
                ("Leadership, management and governance", "Requires improvement"),
            ),
            (70, 30),
        ),
        Paragraph(
            "Two earlier inspections are still referred to in the Council's plans. In November 2010 safeguarding was "
            "judged adequate. In September 2012 the inspection of child protection resulted in a grade of good, and "
            "the plan adopted after it was closed in 2014."
        ),
        Paragraph(
            "Adoption performance is a real strength and inspectors said so. It is one judgement of five, and it does "
            "not alter the overall judgement, which is that the Council's services require improvement."
        ),
        Paragraph(
            "A member has asked about the direction of travel. For child protection and then for the whole service the "
            "Council fell from adequate in September 2012 to requires improvement in July 2015."
        ),
        Heading("Progress"),
        Paragraph(
            "The Improvement Board has met nine times, with an independent chair. Caseloads in the assessment teams "
            "have fallen from 27 to 19, and 84 per cent of assessments are now finished in time. The Board's own view "
            "in September was that progress has been steady but is not yet secure."
        ),
        Paragraph(
            "The chair of the Board told the Scrutiny Panel on 8 November that the single inspection had been a very "
            "encouraging verdict on a high-performing service, and that she looked forward to the next one."
        ),
        Paragraph("The Council's scorecard for the second quarter is reproduced below for information."),
        Table(
            "Table 2: Corporate scorecard, quarter 2 of 2016/17 (extract)",
            ("Measure", "Latest position", "RAG"),
            (
                ("Ofsted overall judgement, children's services (July 2015)", "Requires improvement", "Amber"),
                ("Care leavers in education, work or training", "51 per cent", "Amber"),
                ("Children with three or more placements in a year", "9 per cent", "Green"),
                ("Invoices outstanding for more than 30 days", "212", "Red"),
            ),
            (56, 26, 18),
        ),
        Heading("Next steps"),
        Paragraph(
            "A re-inspection is likely before the end of 2018. The target in the Council Plan is that every judgement "
            "should be good by then. Would an inspector arriving tomorrow find the service good? The self-assessment "
            "at Appendix A says not yet, and says why."
        ),
        Paragraph(
            "Cabinet is recommended to note the progress made, to approve the plan for the second year, and to receive "
            "a further report in May 2017."
        ),
    ),
)
