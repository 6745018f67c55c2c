"""Bytes are taken for Chinese only where they can hardly be anything else."""

import pytest

from carbon_plugin.core.tables.encodings import find_code_pages, is_gb18030, is_utf8


@pytest.mark.parametrize("text", [
    "名称,总人口", "宁强县（汉中）％", "县a,总人口(万人),原煤t", "长株潭 瑷珲 濮阳 亳州", "汉中市分县区主要指标",
    "甲县",
])  # fmt: skip
def test_chinese_is_chinese(text):
    assert is_gb18030(text.encode("gb18030")) and not is_utf8(text.encode("gb18030"))


@pytest.mark.parametrize("text, code_page, listed", [
    ("São José,População", "cp1252", "windows-1252"), ("Köln;Düsseldorf", "cp1252", "windows-1252"),
    ("Größe", "cp1252", "windows-1252"), ("臺北市,新北市", "big5", "Big5"), ("Łódź,Gdańsk", "cp1250", "windows-1250"),
    ("Москва,Казань,Уфа", "cp1251", "windows-1251"), ("東京都,名称", "cp932", "Shift_JIS"),
    ("서울특별시,부산광역시,대구광역시", "cp949", "EUC-KR"),
])  # fmt: skip
def test_other_code_pages_are_no_chinese_and_are_listed(text, code_page, listed):
    data = text.encode(code_page)
    assert not is_gb18030(data)
    assert find_code_pages(data)[listed] == text.replace(";", ",").split(",")[0].split()[0]
