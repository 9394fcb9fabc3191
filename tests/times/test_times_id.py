"""Indonesian time expressions: what is found, and what it means on Thursday, 9 December 2021."""

from __future__ import annotations

from datetime import date

import pytest

from kawat.times import find, resolve

ANCHOR = date(2021, 12, 9)

# sentence with the span in braces, tense, TIMEX3 value, EDTF
CASES = [
    # full dates and publication stamps
    ("{8 Februari 2022, 16:53 WIB}", None, "2022-02-08T16:53", "2022-02-08"),
    ("- {8 Februari 2022, 16:53 WIB}", None, "2022-02-08T16:53", "2022-02-08"),
    ("{Kamis, 30 Desember 2021 / 22:46 WIB}", None, "2021-12-30T22:46", "2021-12-30"),
    ("Kota Lama - {08 Desember 2021  |  13:34 WIB}", None, "2021-12-08T13:34", "2021-12-08"),
    ("{25/12/2021 10:15 WITA}", None, "2021-12-25T10:15", "2021-12-25"),
    ("{Sabtu, 25 Des 2021 10:15 WIT}", None, "2021-12-25T10:15", "2021-12-25"),
    ("{Selasa, 07 Des 2021 13:34 WIB}", None, "2021-12-07T13:34", "2021-12-07"),
    ("{Senin, 6/12/2021, 08.05 WIB}", None, "2021-12-06T08:05", "2021-12-06"),
    ("Diperbarui {2021-12-07}.", None, "2021-12-07", "2021-12-07"),
    ("Terbit {2021-12-07T13:34:00+07:00}.", None, "2021-12-07T13:34", "2021-12-07"),
    ("Tercatat {2021-12-07 13:34:59 WIB}.", None, "2021-12-07T13:34", "2021-12-07"),
    ("Surat itu bertanggal {7-12-2021}.", None, "2021-12-07", "2021-12-07"),
    ("Surat itu bertanggal {07.12.2021}.", None, "2021-12-07", "2021-12-07"),
    ("Surat itu bertanggal {7/12/21}.", None, "2021-12-07", "2021-12-07"),
    ("Pada {Senin, 7 Februari 2022}, kedua menteri bertemu.", None, "2022-02-07", "2022-02-07"),
    ("Pada {Senin 7 Februari 2022} kedua menteri bertemu.", None, "2022-02-07", "2022-02-07"),
    ("Ia lahir di Dili pada {3 Maret 1975}.", None, "1975-03-03", "1975-03-03"),
    ("Pakta diteken pada {tanggal 3 Maret 1975}.", None, "1975-03-03", "1975-03-03"),
    ("Pakta diteken {12 Nopember 1999}.", None, "1999-11-12", "1999-11-12"),
    ("Rapat dibuka {9 Desember 2021 pukul 19.30 WIB}.", None, "2021-12-09T19:30", "2021-12-09"),
    ("Rapat dibuka {9 Desember 2021 pagi}.", None, "2021-12-09TMO", "2021-12-09"),
    ("Foto itu dari {5 Okt. 2020}.", None, "2020-10-05", "2020-10-05"),
    # weekday and date
    ("Ia tiba di Wina {Selasa (7/12/2021)}.", None, "2021-12-07", "2021-12-07"),
    ("Ia tiba {Selasa (7/12/2021) waktu setempat} di Wina.", None, "2021-12-07", "2021-12-07"),
    ("Ia tiba di Wina, {Selasa (7/12)}.", None, "2021-12-07", "2021-12-07"),
    ("Ia tiba di Wina, {Selasa (7/12) kemarin}.", None, "2021-12-07", "2021-12-07"),
    ("Ia menelepon pada {Kamis sore (30/12/2021)}, kata jubir.", None, "2021-12-30TAF", "2021-12-30"),
    ("Ia menelepon {Rabu malam (8/12)}.", None, "2021-12-08TNI", "2021-12-08"),
    ("Ia menelepon {Rabu (8/12) malam}.", None, "2021-12-08TNI", "2021-12-08"),
    ("Ia menelepon {hari Rabu (8/12)}.", None, "2021-12-08", "2021-12-08"),
    ("Ia pulang {Rabu (8/12/2021) pukul 19.30 WIB}.", None, "2021-12-08T19:30", "2021-12-08"),
    ("Ia menulis, {Minggu (5/12/2021)}.", None, "2021-12-05", "2021-12-05"),
    ("{Minggu (5/12)} ia menulis.", None, "2021-12-05", "2021-12-05"),
    ("Ia menulis {Jumat (3-12-2021)}.", None, "2021-12-03", "2021-12-03"),
    ("Sidang ditutup {Sabtu (4 Desember 2021)}.", None, "2021-12-04", "2021-12-04"),
    ("Sidang {Rabu pagi, 3 Mei 2017} ditunda.", None, "2017-05-03TMO", "2017-05-03"),
    ("Sidang ditunda hingga {Senin, 3 Januari}.", None, "2022-01-03", "2022-01-03"),
    ("Ia tiba {besok (10/12)}.", None, "2021-12-10", "2021-12-10"),
    ("Ia ditanya wartawan ({27/11}) di Bonn.", None, "2021-11-27", "2021-11-27"),
    ("Ia tiba {Rabu pekan lalu (1/12)}.", None, "2021-12-01", "2021-12-01"),
    ("Ia tiba {Jumat lalu (3/12)}.", None, "2021-12-03", "2021-12-03"),
    ("Ia menelepon {Selasa (7/12) dinihari}.", None, "2021-12-07TMO", "2021-12-07"),
    ("Ia tiba {Jumat siang WIB (3/12)}.", None, "2021-12-03TAF", "2021-12-03"),
    ("Ia tiba {Jumat waktu setempat (3/12)}.", None, "2021-12-03", "2021-12-03"),
    ("Ia tiba {Jumat (3/12) pekan lalu}.", None, "2021-12-03", "2021-12-03"),
    ("Ia tiba {Sabtu (4/12) malam lalu}.", None, "2021-12-04TNI", "2021-12-04"),
    ("Ia tiba {Senin lalu, 6 Desember 2021}.", None, "2021-12-06", "2021-12-06"),
    ("Ia tiba {kemarin (Rabu, 8/12)}.", None, "2021-12-08", "2021-12-08"),
    ("Mereka ditangkap pada {malam Natal 2014}.", None, "2014-12-25", "2014-12-25"),
    ("Mereka bertemu pada {malam Tahun Baru}.", "future", "2021-12-31", "2021-12-31"),
    ("Ia ditemui wartawan ({Rabu, 8/12}) di Wina.", None, "2021-12-08", "2021-12-08"),
    ("Mereka bertempur {antara 1950 dan 1953}.", None, "1950/1953", "1950/1953"),
    ("Mereka bertemu pada {medio 2016}.", None, "2016", "2016"),
    # days without a year, and the tense
    ("Ia akan datang {3 Februari nanti}.", "past", "2022-02-03", "2022-02-03"),
    ("Pertemuan {7 Desember} itu ditunda.", None, "2021-12-07", "2021-12-07"),
    ("Pertemuan {10 Januari} itu ditunda.", None, "2022-01-10", "2022-01-10"),
    ("Pertemuan {10 Januari} itu ditunda.", "future", "2022-01-10", "2022-01-10"),
    ("Pertemuan {10 Maret} itu berhasil.", "past", "2021-03-10", "2021-03-10"),
    ("Pertemuan {10 Agustus} itu berhasil.", "past", "2021-08-10", "2021-08-10"),
    ("Serangan {14 Juli lalu} dikutuk.", None, "2021-07-14", "2021-07-14"),
    ("Ia akan datang {3 Februari mendatang}.", None, "2022-02-03", "2022-02-03"),
    ("Kabisat jatuh pada {29 Februari}.", None, "2020-02-29", "2020-02-29"),
    ("Ia lulus {7 Desember tahun lalu}.", None, "2020-12-07", "2020-12-07"),
    ("Sidang dibuka {tanggal 15}.", None, "2021-12-15", "2021-12-15"),
    ("Sidang dibuka {tanggal 7 bulan depan}.", None, "2022-01-07", "2022-01-07"),
    # months, quarters, decades, years
    ("Kedutaan dibuka {Desember 2021}.", None, "2021-12", "2021-12"),
    ("Kedutaan dibuka pada {bulan November 1986}.", None, "1986-11", "1986-11"),
    ("Perundingan pada {Januari} dibahas.", None, "2022-01", "2022-01"),
    ("Mereka bertemu pada {Juni}.", "past", "2021-06", "2021-06"),
    ("Mereka bertemu pada {Juni}.", None, "2021-06", "2021-06"),
    ("Mereka bertemu pada {Juni}.", "future", "2022-06", "2022-06"),
    ("Mereka ditangkap {Juni lalu}.", None, "2021-06", "2021-06"),
    ("Mereka bertemu {Maret mendatang}.", None, "2022-03", "2022-03"),
    ("Rudal diluncurkan {akhir Juli lalu}.", None, "2021-07", "2021-07"),
    ("Sidang digelar {Desember ini}.", None, "2021-12", "2021-12"),
    ("Sidang digelar {Februari tahun lalu}.", None, "2020-02", "2020-02"),
    ("Sidang digelar {Februari tahun depan}.", None, "2022-02", "2022-02"),
    ("Ia ditahan {Agustus 2015 lalu}.", None, "2015-08", "2015-08"),
    ("Perang meletus sejak {2014}.", None, "2014", "2014"),
    ("Perang meletus pada {2014}, dan meluas.", None, "2014", "2014"),
    ("Sanksi {tahun 2014} gagal.", None, "2014", "2014"),
    ("Konvensi Wina ({1961}) berlaku.", None, "1961", "1961"),
    ("Mereka sepakat sejak {awal 2017}.", None, "2017", "2017"),
    ("Mereka sepakat pada {akhir tahun 2017}.", None, "2017", "2017"),
    ("Ranjau ditanam pada {1990-an}.", None, "199", "1990/1999"),
    ("Ranjau ditanam di {era 1960-an}.", None, "196", "1960/1969"),
    ("Ekspor naik pada {kuartal III 2017}.", None, "2017-07/2017-09", "2017-07/2017-09"),
    ("Ekspor naik pada {triwulan pertama 2020}.", None, "2020-01/2020-03", "2020-01/2020-03"),
    ("Dialog dimulai {semester I/2018}.", None, "2018-01/2018-06", "2018-01/2018-06"),
    ("Mereka bertemu {Juni nanti}.", "past", "2022-06", "2022-06"),
    ("Mereka berdamai pada {musim panas 2015 lalu}.", None, "2015-06/2015-08", "2015-06/2015-08"),
    ("Mereka berdamai pada {musim gugur lalu}.", None, "2021-09/2021-11", "2021-09/2021-11"),
    ("Seluruh perjanjian militer {2018} yang diteken itu gugur.", None, "2018", "2018"),
    ("Perjanjian {2003} menetapkan selat itu milik bersama.", None, "2003", "2003"),
    ("Pemilu {2019 mendatang} diawasi.", None, "2019", "2019"),
    # weekdays
    ("Ia datang {Senin nanti}.", "past", "2021-12-13", "2021-12-13"),
    ("Ia datang {Jumat dua pekan lalu}.", None, "2021-11-26", "2021-11-26"),
    ("Mereka berunding sejak {Jumat}.", None, "2021-12-03", "2021-12-03"),
    ("Mereka berunding {Kamis}.", None, "2021-12-09", "2021-12-09"),
    ("Mereka berunding pada {hari Rabu}.", None, "2021-12-08", "2021-12-08"),
    ("Mereka akan berunding {Jumat}.", "future", "2021-12-10", "2021-12-10"),
    ("Mereka akan berunding {Kamis}.", "future", "2021-12-09", "2021-12-09"),
    ("Mereka berdoa {Jum'at} di sana.", None, "2021-12-03", "2021-12-03"),
    ("Mereka berdoa {Jum’at} di sana.", None, "2021-12-03", "2021-12-03"),
    ("Mereka berdoa {Ahad} di sana.", None, "2021-12-05", "2021-12-05"),
    ("Mereka berdoa pada {Minggu} di sana.", None, "2021-12-05", "2021-12-05"),
    ("Ia berjanji pada {Jumat lalu}.", None, "2021-12-03", "2021-12-03"),
    ("Ia berjanji pada {Kamis lalu}.", None, "2021-12-02", "2021-12-02"),
    ("Ia berjanji pada {Minggu lalu}.", None, "2021-12-05", "2021-12-05"),
    ("Ia berjanji pada {Jumat pekan lalu}.", None, "2021-12-03", "2021-12-03"),
    ("Ia berjanji pada {Selasa pekan lalu}.", None, "2021-11-30", "2021-11-30"),
    ("Ia datang {Selasa pekan depan}.", None, "2021-12-14", "2021-12-14"),
    ("Ia datang {Senin depan}.", None, "2021-12-13", "2021-12-13"),
    ("Ia datang {Senin mendatang}.", None, "2021-12-13", "2021-12-13"),
    ("Ia datang {Kamis depan}.", None, "2021-12-16", "2021-12-16"),
    ("Ia datang {Jumat ini}.", None, "2021-12-10", "2021-12-10"),
    ("Ia datang {Rabu malam waktu setempat}.", None, "2021-12-08TNI", "2021-12-08"),
    # relative
    ("Mereka bertemu {pekan lalu}.", None, "2021-W48", "2021-11-29/2021-12-05"),
    ("Mereka bertemu {minggu lalu}.", None, "2021-W48", "2021-11-29/2021-12-05"),
    ("{Minggu lalu} mereka bertemu.", None, "2021-W48", "2021-11-29/2021-12-05"),
    ("Mereka bertemu {pekan depan}.", None, "2021-W50", "2021-12-13/2021-12-19"),
    ("Bahas Damai {Pekan Depan}", None, "2021-W50", "2021-12-13/2021-12-19"),
    ("Mereka bertemu {minggu depan}.", None, "2021-W50", "2021-12-13/2021-12-19"),
    ("Mereka bertemu {pekan ini}.", None, "2021-W49", "2021-12-06/2021-12-12"),
    ("Mereka bertemu {dua pekan lalu}.", None, "2021-W47", "2021-11-22/2021-11-28"),
    ("Mereka bertemu {akhir pekan lalu}.", None, "2021-W48-WE", "2021-12-04/2021-12-05"),
    ("Mereka bertemu {akhir pekan nanti}.", None, "2021-W49-WE", "2021-12-11/2021-12-12"),
    ("Mereka bertemu {akhir pekan ini}.", None, "2021-W49-WE", "2021-12-11/2021-12-12"),
    ("Mereka bertemu {akhir pekan nanti}.", "past", "2021-W49-WE", "2021-12-11/2021-12-12"),
    ("Mereka bertemu {akhir pekan ini}.", "past", "2021-W48-WE", "2021-12-04/2021-12-05"),
    ("Mereka bertemu pada {akhir pekan}.", None, "2021-W48-WE", "2021-12-04/2021-12-05"),
    ("Mereka bertemu pada {akhir pekan}.", "future", "2021-W49-WE", "2021-12-11/2021-12-12"),
    ("Mereka bertemu {beberapa waktu lalu}.", None, "PAST_REF", None),
    ("Invasi pada {era tahun 60-an} gagal.", None, "196", "1960/1969"),
    ("Mereka bertemu {hari ini}.", None, "2021-12-09", "2021-12-09"),
    ("Mereka bertemu {kemarin}.", None, "2021-12-08", "2021-12-08"),
    ("Mereka bertemu {besok}.", None, "2021-12-10", "2021-12-10"),
    ("Mereka bertemu {lusa}.", None, "2021-12-11", "2021-12-11"),
    ("Mereka bertemu {kemarin malam}.", None, "2021-12-08TNI", "2021-12-08"),
    ("Mereka bertemu {tadi malam}.", None, "2021-12-08TNI", "2021-12-08"),
    ("Mereka bertemu {tadi pagi}.", None, "2021-12-09TMO", "2021-12-09"),
    ("Mereka bertemu {nanti malam}.", None, "2021-12-09TNI", "2021-12-09"),
    ("Mereka bertemu {besok dini hari}.", None, "2021-12-10TMO", "2021-12-10"),
    ("Mereka bertemu {bulan lalu}.", None, "2021-11", "2021-11"),
    ("Mereka bertemu {bulan ini}.", None, "2021-12", "2021-12"),
    ("Mereka bertemu {bulan depan}.", None, "2022-01", "2022-01"),
    ("Mereka bertemu {awal bulan ini}.", None, "2021-12", "2021-12"),
    ("Mereka bertemu {tahun depan}.", None, "2022", "2022"),
    ("Mereka bertemu {dua hari lalu}.", None, "2021-12-07", "2021-12-07"),
    ("Mereka bertemu {dua puluh lima hari yang lalu}.", None, "2021-11-14", "2021-11-14"),
    ("Mereka bertemu {tiga tahun silam}.", None, "2018", "2018"),
    ("Mereka bertemu {12 bulan lalu}.", None, "2020-12", "2020-12"),
    ("Mereka bertemu {sekitar tiga tahun lalu}.", None, "2018", "2018"),
    ("Mereka bertemu {sedekade silam}.", None, "2011", "2011"),
    ("Mereka berperang {seabad lalu}.", None, "1921", "1921"),
    ("Mereka bertemu {lebih dari dua tahun silam}.", None, "2019", "2019"),
    ("Mereka bertemu {hampir sebulan lalu}.", None, "2021-11", "2021-11"),
    ("Pakta itu diteken {akhir tahun}.", None, "2021", "2021"),
    ("Pakta itu diteken {akhir tahun nanti}.", None, "2021", "2021"),
    ("Mereka bertemu pada {awal pekan}.", None, "2021-W49", "2021-12-06/2021-12-12"),
    ("Mereka bertemu {sebulan lalu}.", None, "2021-11", "2021-11"),
    ("Mereka bertemu {lima jam lalu}.", None, "2021-12-09", "2021-12-09"),
    ("Mereka bertemu {tiga hari lagi}.", None, "2021-12-12", "2021-12-12"),
    ("Temuan {baru-baru ini} mengejutkan.", None, "PAST_REF", None),
    ("Selama {beberapa bulan terakhir} mereka diam.", None, "PAST_REF", None),
    ("Dalam {beberapa hari ke depan} mereka bertemu.", None, "FUTURE_REF", None),
    # ranges
    ("Forum {27-28 Februari 2024} ditunda.", None, "2024-02-27/2024-02-28", "2024-02-27/2024-02-28"),
    ("Forum {27 Februari-1 Maret} ditunda.", None, "2022-02-27/2022-03-01", "2022-02-27/2022-03-01"),
    ("Forum {18 hingga 20 Mei 2023} ditunda.", None, "2023-05-18/2023-05-20", "2023-05-18/2023-05-20"),
    ("Forum dari {18 sampai 20 November} usai.", "past", "2021-11-18/2021-11-20", "2021-11-18/2021-11-20"),
    ("Forum {30 Desember-2 Januari} dibuka.", None, "2021-12-30/2022-01-02", "2021-12-30/2022-01-02"),
    ("Forum {Senin-Selasa (6-7/12)} ditutup.", None, "2021-12-06/2021-12-07", "2021-12-06/2021-12-07"),
    ("Panen {Juni-Agustus 2017} gagal.", None, "2017-06/2017-08", "2017-06/2017-08"),
    ("Ia menjabat {2014-2019}.", None, "2014/2019", "2014/2019"),
    # clock times and sets
    ("Rapat dibuka {pukul 19.30 WIB}.", None, "2021-12-09T19:30", None),
    ("Rapat dibuka {jam 7 malam}.", None, "2021-12-09T19:00", None),
    ("Pembicaraan berlangsung pada {malam waktu Rusia}.", None, "2021-12-09TNI", None),
    ("Pasukan ditambah {setiap hari}.", None, "P1D", None),
    ("Mereka bertemu {tiap tahun}.", None, "P1Y", None),
]

DURATIONS = [
    ("Mereka bicara {dua jam}.", "PT2H", 2, None),
    ("{2 Jam} Mereka Bahas Damai", "PT2H", 2, None),
    ("Mereka bicara {lebih dari lima jam}.", "PT5H", 5, "more than"),
    ("Mereka bicara selama {lebih lima jam}.", "PT5H", 5, "more than"),
    ("Mereka bicara {50 menit}.", "PT50M", 50, None),
    ("Mereka bicara {setengah jam}.", "PT30M", 0.5, None),
    ("Mereka bicara {satu setengah jam}.", "PT1H30M", 1.5, None),
    ("Mereka bicara {2,5 jam}.", "PT2H30M", 2.5, None),
    ("Mereka bicara {dua jam 30 menit}.", "PT2H30M", 2.5, None),
    ("Mereka bicara {hampir tiga hari}.", "P3D", 3, "almost"),
    ("Latihan {tiga hari berturut-turut} usai.", "P3D", 3, None),
    ("Latihan {sebelas pekan} usai.", "P11W", 11, None),
    ("Latihan {lima belas hari} usai.", "P15D", 15, None),
    ("Latihan {sembilan puluh sembilan hari} usai.", "P99D", 99, None),
    ("Latihan {seratus dua puluh hari} usai.", "P120D", 120, None),
    ("Mereka bicara {dua hingga tiga jam}.", "PT3H", 3, "up to"),
    ("Perang berlangsung {sebulan}.", "P1M", 1, None),
    ("Perang berlangsung {sekitar dua dekade}.", "P20Y", 2, "about"),
    ("Dalam {dua tahun terakhir} mereka diam.", "P2Y", 2, None),
]

NOTHING = [
    "Indeks turun -1.27% ke 923,65.",
    "Harganya Rp 5.000 per butir.",
    "Tuan rumah menang 2-1.",
    "Hubungi (021) 555-2014 atau 0812-3456-2021.",
    "Sebanyak 2014 tentara dikirim.",
    "Mereka mengirim 2014 serdadu baru.",
    "Hingga 2014 tentara dikirim ke sana.",
    "Ia meneken nota itu.",
    "Mereka makan malam bersama.",
    "Kota itu dihuni 1.945 orang.",
    "Versi 2.0.1 dirilis.",
    "Lalu lintas padat di depan gedung.",
    "Pasal 31 ayat 2 dipakai.",
]


def marked(sentence: str) -> tuple[str, str]:
    return sentence.replace("{", "").replace("}", ""), sentence[sentence.index("{") + 1 : sentence.index("}")]


@pytest.mark.parametrize(("sentence", "tense", "value", "edtf"), CASES)
def test_resolves(sentence, tense, value, edtf):
    text, words = marked(sentence)
    (timex,) = find(text, "id")
    assert timex.text == words
    resolved = resolve(timex, ANCHOR, tense=tense)
    assert (resolved.value, resolved.edtf, resolved.problem) == (value, edtf, None)


@pytest.mark.parametrize(("sentence", "value", "quantity", "relation"), DURATIONS)
def test_durations(sentence, value, quantity, relation):
    text, words = marked(sentence)
    (timex,) = find(text, "id")
    assert (timex.text, timex.type, timex.value) == (words, "DURATION", value)
    assert (timex.quantity, timex.relation) == (quantity, relation)
    assert resolve(timex, ANCHOR).edtf is None


@pytest.mark.parametrize("text", NOTHING)
def test_is_no_time(text):
    assert find(text, "id") == []


def test_year_of_a_law_is_no_duration():
    (timex,) = find("Undang-Undang Nomor 34 Tahun 2004 berlaku.", "id")
    assert (timex.text, timex.year) == ("Tahun 2004", 2004)


def test_stamp_gives_clock_and_zone():
    (timex,) = find("Kamis, 30 Desember 2021 / 22:46 WIB", "id")
    stamp = (timex.year, timex.month, timex.day, timex.hour, timex.minute, timex.zone)
    assert stamp == (2021, 12, 30, 22, 46, "WIB")
    assert (timex.weekday, timex.type, timex.reason) == (3, "TIME", "id/times/weekday_long_date")
