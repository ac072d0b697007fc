from datetime import date

class Era:
    since: date
    until: date | None
    @property
    def kanji(self) -> str: ...
    @property
    def english_vowel_shortened(self) -> str: ...
    @property
    def english_head(self) -> str: ...

ERA_DATA_GENERAL: list[Era]
