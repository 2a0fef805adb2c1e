"""Which characters are Han, said once for every pattern that looks for them; inside of brackets."""

from typing import Final

# Han ideographs of every block (Unicode 17, chapter 18).
IDEOGRAPHS: Final = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
# And what stands among them as one of them: 々 in names, 〇 in years, 〆.
HAN: Final = rf"\u3005-\u3007{IDEOGRAPHS}"
