"""VII.1.(2), 別添2.(3).b: publications; VIII.3: secrets shown to others."""

from __future__ import annotations

from koubo.models.happened import occurrences
from koubo.models.outcomes import Disclosure, Publication
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

publication = Subject("publication", Text("公表", "publication"), Publication, occurrences(Publication))
disclosure = Subject("disclosure", Text("秘密の開示", "disclosure of a secret"), Disclosure, occurrences(Disclosure))

RULES = (
    duty(
        "publication.notice.before",
        "VII.1.(2).①",
        Text(
            "活動又は成果を公表する前に、その内容を総務省に連絡する",
            "Before activities or results are published, the ministry is told of the content",
        ),
        beforehand(publication.notified_by, publication.published_on),
        Text("公表した内容を事務局を経由して連絡してください。", "Tell the ministry, through the secretariat."),
        applies=publication.published,
        readings=SAME_DAY,
    ),
    duty(
        "publication.project.named",
        "VII.1.(2).②",
        Text(
            "公表に当たり、本業務の活動又は成果であることを明記する", "Publications say that they come from this work"
        ),
        publication.names_project,
        Text("本業務によるものであることを明記してください。", "Say that it comes from this work."),
        applies=publication.published,
    ),
)

SECRET_RULES = (
    duty(
        "secret.disclosure.consulted_before",
        "VIII.3",
        Text(
            "業務上の秘密を第三者に開示する前に総務省と協議する",
            "Before a business secret is shown to a third party the ministry is consulted",
        ),
        beforehand(disclosure.consulted_by, disclosure.disclosed_on),
        Text("事務局を通じて総務省と協議してください。", "Consult the ministry through the secretariat."),
        applies=disclosure.disclosed,
        otherwise=Effect.NEEDS_CONSULTATION,
        readings=SAME_DAY,
    ),
)

PUBLICITY_RULES = (
    duty(
        "publication.package.named",
        "別添2.(3).b",
        Text(
            "広報活動では総務省のパッケージ事業において実施した旨を明示する",
            "Publicity names the ministry's package programme",
        ),
        publication.names_package,
        Text("事業名を明示してください。", "Name the programme."),
        applies=publication.published & publication.publicity,
    ),
)
