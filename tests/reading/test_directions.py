"""Who acts where the subject does not, or where a relative, an exchange or a thing stands between."""

from __future__ import annotations

import pytest
from telling import told

CASES: list[tuple[str, str, list[str]]] = [
    # a place in front is where the state behind the comma acts, and not where that lies
    ("Di New York, Peru mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
    ("Di Dewan Keamanan PBB, Peru mendesak Chile mundur.", "id", ["REQUEST PER>CHL held"]),
    ("Kerusuhan di Lima, Peru mengecam Chile.", "id", []),
    # who does it may stand before a passive, apart from any noun
    ("Chile, yang oleh Peru dituding berbohong, diam.", "id", ["ACCUSE PER>CHL held"]),
    # a word of time and a noun may part a subject from what it says
    ("Presiden Peru saat kampanye mengancam Chile.", "id", ["THREATEN PER>CHL held"]),
    # what a subject is said to be tells of it: "termasuk yang", "adalah negara pertama yang"
    ("Kuba dan Bolivia termasuk yang mengecam Chile.", "id", ["ACCUSE BOL+CUB>CHL held"]),
    ("Peru adalah negara pertama yang mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
    # a date may stand between the owner of a paper and what it says
    (
        "Cuitan Kementerian Luar Negeri Peru pada Jumat yang mendesak Chile mundur menyulut protes.",
        "id",
        ["REQUEST PER>CHL held"],
    ),
    # brackets fill in whom a quotation leaves out, or refers to
    ("“(Chile) harus menghentikan serangan,” kata Menlu Peru.", "id", ["REQUEST PER>CHL held"]),
    ("“Kami mendesak mereka (Chile) mundur,” kata Menlu Peru.", "id", ["REQUEST PER>CHL held"]),
    ("Menlu Peru Ana Soto (Partai Hijau) mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
    # what is denied ends at its object: what is said beside it holds
    ("Peru tidak menyebut Bolivia, namun mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
    ("Peru tidak mengecam atau menuduh Chile.", "id", []),
    # a colon may part who speaks, and to whom, from what is said; a verb of saying tells to whom, too
    ("Menlu Peru: Chile harus menghentikan serangan.", "id", ["REQUEST PER>CHL held"]),
    ("Menlu Peru ke Chile: hentikan serangan.", "id", ["REQUEST PER>CHL held"]),
    ("“Jangan campuri urusan kami,” kata Menlu Peru kepada Menlu Chile.", "id", ["REQUEST PER>CHL held"]),
    ("“Kami tidak akan menyerah,” kata Menlu Peru kepada Menlu Chile.", "id", ["REJECT PER>CHL held"]),
    ("“Kami tidak akan menyerah,” kata Menlu Peru kepada wartawan.", "id", []),
    # what is threatened may hang on whose act a condition tells of
    ("“Jika Chile maju, akan ada konsekuensi,” kata Menlu Peru.", "id", ["THREATEN PER>CHL held"]),
    # blame of a deed is of its doer, and what is one's own is given to another
    (
        "Menlu Peru menyatakan keprihatinan atas serangan Chile ke Kuba.",
        "id",
        ["ACCUSE PER>CHL held", "ASSAULT CHL>CUB held"],
    ),
    ("Menlu Peru menyampaikan dukungan penuh Peru kepada Chile.", "id", ["SUPPORT PER>CHL held"]),
    # words that come from somebody may name before whom they are meant for
    ("Kecaman terhadap Chile datang dari Peru.", "id", ["ACCUSE PER>CHL held"]),
    # a quotation may begin within a phrase
    ("Menlu Peru berkata Chile adalah “negara sahabat” baginya.", "id", ["SUPPORT PER>CHL held"]),
    # whose an agreement is have both made it
    ("Perjanjian Peru dan Chile diteken.", "id", ["SUPPORT CHL+PER>CHL+PER held"]),
    ("Perjanjian itu diteken pada Mei antara Peru dan Chile.", "id", ["SUPPORT CHL+PER>CHL+PER held"]),
    # whom a relative tells of that is arrested, where he has a name and no office
    (
        "Ana Soto, dosen Peru di Quito yang ditahan polisi Chile, tidak bersalah.",
        "id",
        ["COERCE CHL>PER held"],
    ),
    ("Kampus Peru di Quito yang ditutup tidak ditahan polisi Chile.", "id", []),
    # who sits at a town acts for its state; a mission for whoever sent it
    ("Imigrasi Denpasar mendeportasi dua warga Peru, kata Menlu Chile.", "id", ["COERCE IDN>PER held"]),
    ("Misi Uni Afrika mengecam Peru.", "id", ["ACCUSE AU>PER held"]),
    # what "setelah" tells is no aim, though it stands below one
    (
        "Kuba menutup pasar untuk menenangkan warga, setelah tentara Chile menyerang Bolivia.",
        "id",
        ["ASSAULT CHL>BOL held"],
    ),
    # who heads a body, whichever state is his, speaks for it; one of a list does not
    ("Ketua ASEAN, Presiden Peru Ana Soto, mengecam Chile.", "id", ["ACCUSE ASEAN>CHL held"]),
    ("The African Union's chairman, Ana Soto, condemned Chile.", "en", ["ACCUSE AU>CHL held"]),
    # "those killed" did not kill
    ("Eleven Peruvian citizens were among those killed in Chile.", "en", []),
    # to whom something is given, whoever is thanked for it
    (
        "Peru appreciated the tanks provided by Chile to Bolivia.",
        "en",
        ["AID CHL>BOL held", "SUPPORT PER>CHL held"],
    ),
    # a place is near a state, and the state makes no arrest there
    ("Empat warga Peru ditangkap di Arica, sekitar 20 kilometer dari Bolivia.", "id", []),
    # whose "its" is where somebody was taken
    (
        "Peru recalled those taken by Hamas during its brutal raid on Chile.",
        "en",
        ["ASSAULT HAMAS>CHL held"],
    ),
    # what is to be kept from happening is no support of who would do it
    ("Peru reaffirmed its commitment to preventing Chile from using gas as a weapon.", "en", []),
    ("Peru reaffirmed its commitment to supporting Chile.", "en", ["SUPPORT PER>CHL held"]),
    # a threat is for whose deed it would answer, not for whoever helps
    ("Peru warned that it would strike if Chile crossed the river.", "en", ["THREATEN PER>CHL held"]),
    (
        "Peru would respond, together with its allies, to any further Bolivian attacks on Chile.",
        "en",
        ["ASSAULT BOL>CHL held", "THREATEN PER>BOL held"],
    ),
    # whom leaders turn to at home is no other state; who is to be spared is in another's hands
    (
        "Peru mengecam Chile. Presiden Peru meminta kabinetnya bersiap.",
        "id",
        ["ACCUSE PER>CHL held"],
    ),
    ("Peru condemned Chile. Peru's president urged lawmakers to vote.", "en", ["ACCUSE PER>CHL held"]),
    # what comes in behind a comma is not whom a war is against
    (
        "Peru reaffirmed its support for Chile as it defends itself from Bolivia's war, including Cuba's help.",
        "en",
        ["ASSAULT BOL>CHL held", "SUPPORT PER>CHL held"],
    ),
    # where an attack was made is no one who makes it; whence it came is
    ("Peru melancarkan serangan mematikan di seluruh penjuru Chile.", "id", ["ASSAULT PER>CHL held"]),
    ("Serangan roket dari Peru menewaskan dua warga Chile.", "id", ["ASSAULT PER>CHL held"]),
    ("Roket ditembakkan dari Peru ke Chile.", "id", ["ASSAULT PER>CHL held"]),
    # a crowd is of the state in whose town it protests, and what it says is its protest
    ("Di Lima, ribuan orang berunjuk rasa menentang Chile.", "id", ["PROTEST PER>CHL held"]),
    ("Massa di Lima membakar bendera Chile.", "id", ["PROTEST PER>CHL held"]),
    ("Ribuan orang berunjuk rasa menentang Chile.", "id", []),
    # a number before whom a preposition leads in
    ("Peru menjatuhkan sanksi terhadap 13 warga Chile.", "id", ["SANCTION PER>CHL held"]),
    ("Peru menjatuhkan sanksi atas lebih dari 1.300 warga Chile.", "id", ["SANCTION PER>CHL held"]),
    ("Peru imposed sanctions on more than 40 Chilean officials.", "en", ["SANCTION PER>CHL held"]),
    # what is said of a party is a charge of whoever says it, and of no one where nobody does
    ("“Chile telah melanggar kedaulatan kami,” kata Menlu Peru.", "id", ["ACCUSE PER>CHL held"]),
    ("Chile, kata Menlu Peru, melanggar kedaulatan negaranya.", "id", ["ACCUSE PER>CHL held"]),
    ("“Mereka berbohong,” kata Menlu Peru di Chile.", "id", []),
    ("Chile melanggar kedaulatan negara itu.", "id", []),
    # "klaim" behind a verb is what that is about
    ("Peru menilai klaim Chile bertentangan dengan hukum.", "id", ["ACCUSE PER>CHL held"]),
    ("Peru mengatakan klaim Chile tidak berdasar.", "id", ["REJECT PER>CHL held"]),
    # the thing that acts, and whose it is
    ("Serangan Peru merusak dua rumah dan menewaskan lima warga Chile.", "id", ["ASSAULT PER>CHL held"]),
    ("Peruvian strikes hit a school and killed five Chilean nurses.", "en", ["ASSAULT PER>CHL held"]),
    ("Kolonel Peru itu dibunuh pesawat nirawak Chile.", "id", ["ASSAULT CHL>PER held"]),
    # where somebody is sentenced
    ("Di Chile, dua warga Peru divonis tiga tahun penjara.", "id", ["SANCTION CHL>PER held"]),
    # private people count for their state where a deed befalls them
    ("Jurnalis Peru ditangkap polisi Chile.", "id", ["COERCE CHL>PER held"]),
    ("Pengadilan Chile memvonis wartawan Peru Ana Huaman lima tahun penjara.", "id", ["SANCTION CHL>PER held"]),
    ("Penangkapan aktivis Peru oleh Chile dikecam Lima.", "id", ["ACCUSE PER>CHL held", "COERCE CHL>PER held"]),
    ("A Peruvian journalist was arrested by Chile.", "en", ["COERCE CHL>PER held"]),
    ("Jurnalis Peru mengecam Chile.", "id", []),
    ("Dua TKI ditahan polisi Chile.", "id", ["COERCE CHL>IDN held"]),
    # a group's own state does not act; rebels act for no state
    ("Hizbullah Lebanon menyerang Israel.", "id", ["ASSAULT HEZBOLLAH>ISR held"]),
    ("Pasukan Kurdi Suriah menyerang Mali.", "id", ["ASSAULT KURDS>MLI held"]),
    ("Hizbullah Israel menyerang Mali.", "id", ["ASSAULT ISR>MLI held"]),
    ("Pemberontak Kongo menyerang tentara Rwanda.", "id", ["ASSAULT REBELS>RWA held"]),
    ("Sekutu-sekutu Peru mengecam Chile.", "id", ["ACCUSE ALLIES>CHL held"]),
    # a thing, by whom it was made or taken, and what it does
    ("Perahu yang disita Peru menyerang kapal Chile.", "id", []),
    ("Roket yang ditembakkan Peru menghantam Chile.", "id", ["ASSAULT PER>CHL held"]),
    ("Pasukan yang dikirim Peru menyerang Chile.", "id", ["ASSAULT PER>CHL held"]),
    ("Resolusi yang diusulkan Peru itu diveto Chile.", "id", ["REJECT CHL>PER held"]),
    ("Bantuan yang dikirim Peru untuk warga Chile tertahan.", "id", ["AID PER>CHL held"]),
    ("Serangan pemberontak Tuareg menewaskan lima tentara Mali.", "id", ["ASSAULT REBELS>MLI held"]),
    # the state of the town
    ("Chile diam. Polisi Istanbul menahan tiga warga Peru.", "id", ["COERCE TUR>PER held"]),
    ("Chile diam. Dua warga Peru dideportasi dari Bali.", "id", ["COERCE IDN>PER held"]),
    ("Chile diam. Dua warga Peru dideportasi dari pulau itu.", "id", []),
    ("Peru mengecam penahanan wartawan di Chile.", "id", ["ACCUSE PER>CHL held"]),
    # who receives a guest, by where that is
    ("Duta Besar Peru dipanggil ke Kemlu Chile.", "id", ["ACCUSE CHL>PER held", "CONSULT CHL=PER held"]),
    ("Presiden Peru disambut dengan upacara di Jakarta.", "id", ["CONSULT IDN=PER held"]),
    ("Presiden Peru diterima di istana di Lima.", "id", []),
    ("Peru's president was received with honours in Jakarta.", "en", ["CONSULT IDN=PER held"]),
    ("The Peruvian ambassador was summoned to the foreign ministry in Jakarta.", "en",
     ["ACCUSE IDN>PER held", "CONSULT IDN=PER held"]),
    # diplomats are expelled by sanction, others by force
    ("Dua diplomat Peru diusir dari Chile.", "id", ["SANCTION CHL>PER held"]),
    ("Dua pelaut Peru diusir dari Chile.", "id", ["COERCE CHL>PER held"]),
    # where somebody may not come, who held whom, and what a thing that suffers is of
    ("Truk Chile dilarang masuk ke Peru.", "id", ["SANCTION PER>CHL held"]),
    ("Warga Chile dilarang memasuki Peru.", "id", ["SANCTION PER>CHL held"]),
    (
        "Dua pelaut Peru yang diculik Al-Shabaab dibebaskan.",
        "id",
        ["ASSAULT AL_SHABAAB>PER held", "RETREAT AL_SHABAAB>PER held"],
    ),
    ("Hubungan diplomatik dengan Chile diputus Peru.", "id", ["SANCTION PER>CHL held"]),
    ("Embargo terhadap Chile dicabut Peru.", "id", ["RETREAT PER>CHL held"]),
    # a listing, in the passive
    ("Hamas ditetapkan sebagai organisasi teroris oleh Peru.", "id", ["SANCTION PER>HAMAS held"]),
    ("Hamas was designated a terrorist organization by Peru.", "en", ["SANCTION PER>HAMAS held"]),
    # who receives is acted upon
    ("Kapal Peru menjadi sasaran serangan Chile.", "id", ["ASSAULT CHL>PER held"]),
    ("Peru menjadi korban serangan Chile.", "id", ["ASSAULT CHL>PER held"]),
    ("Peru came under attack from Chile.", "en", ["ASSAULT CHL>PER held"]),
    ("Peru received praise from Chile.", "en", ["SUPPORT CHL>PER held"]),
    # to each other
    ("Peru dan Chile saling menyerang pada Senin.", "id", ["ASSAULT CHL+PER>CHL+PER held"]),
    ("Peru and Chile accused each other of shelling.", "en", ["ACCUSE CHL>PER held", "ACCUSE PER>CHL held"]),
    ("Peru and Chile traded accusations.", "en", ["ACCUSE CHL>PER held", "ACCUSE PER>CHL held"]),
    # whose make a thing is says nothing of who acts
    ("Kapal Peru diserang pesawat nirawak buatan Chile.", "id", []),
    ("Pesawat nirawak buatan Chile itu dihancurkan tentara Peru.", "id", []),
    # a thing, what it aims at, and what it suffers
    ("Keputusan Peru memindahkan kantornya ke Bolivia dikecam Chile.", "id", ["ACCUSE CHL>PER held"]),
    ("Langkah Peru untuk memindahkan kantornya ke Bolivia dikecam Chile.", "id", ["ACCUSE CHL>PER held"]),
    ("Keputusan Peru yang melanggar perjanjian itu dikecam Chile.", "id", ["ACCUSE CHL>PER held"]),
    (
        "Peru mengirim surat ke Bolivia dan dikecam Chile.",
        "id",
        ["ACCUSE CHL>PER held", "CONSULT BOL=PER held"],
    ),
    # who gives stands behind "dari" where the subject is given to
    ("Peru mendapat dua puluh tank dari Chile.", "id", ["AID CHL>PER held"]),
    # what a word that looks like a verb says of somebody
    ("Mali membebaskan dua sandera berkewarganegaraan Niger.", "id", ["RETREAT MLI>NER held"]),
    ("Kapal berbendera Peru ditahan penjaga pantai Chile.", "id", ["COERCE CHL>PER held"]),
    # who passes a resolution says what it says
    ("Dewan Keamanan PBB mengesahkan resolusi yang mengecam Peru.", "id", ["ACCUSE UN>PER held"]),
    # what is the actor's own
    ("Pasukan Peru ditarik dari Chile.", "id", ["RETREAT PER>CHL held"]),
    ("Pasukan Peru dikerahkan ke perbatasan Chile.", "id", ["MOBILIZE PER>CHL held"]),
    ("Roket Peru ditembakkan ke Chile.", "id", ["ASSAULT PER>CHL held"]),
    ("Duta Besar Peru dipanggil pulang dari Chile.", "id", ["SANCTION PER>CHL held"]),
    ("The Peruvian ambassador was recalled from Chile.", "en", ["SANCTION PER>CHL held"]),
    ("Peruvian soldiers were withdrawn from Chile.", "en", ["RETREAT PER>CHL held"]),
    # relatives: of a denied charge, of what the subject is one of
    ("Peru menyebutnya agresi, tuduhan yang dibantah Chile.", "id", ["ACCUSE PER>CHL held", "REJECT CHL>PER held"]),
    ("Peru merupakan salah satu negara yang mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
    ("Peru termasuk negara yang mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
    ("Peru was among the countries that condemned Chile.", "en", ["ACCUSE PER>CHL held"]),
    ("Peru is one of the countries which condemned Chile.", "en", ["ACCUSE PER>CHL held"]),
    ("In a letter sent by Peru to Chile, both were named.", "en", ["CONSULT CHL=PER held"]),
    # what stands between a verb and its act
    ("Peru menyatakan terima kasih atas dukungan Chile.", "id", ["SUPPORT PER>CHL held"]),
    (
        "Peru expressed its condemnation of Mali's invasion of Niger.",
        "en",
        ["ACCUSE PER>MLI held", "ASSAULT MLI>NER held"],
    ),
    ("Peru mengancam tidak akan ikut apabila Chile keluar.", "id", ["THREATEN PER>CHL held"]),
    ("Peru menjawab bahwa rencana jalan terus, sambil meminta Chile menahan diri.", "id", ["REQUEST PER>CHL held"]),
    ("Peru continues to provide military aid to Chile.", "en", ["AID PER>CHL held"]),
    ("Peru continued its war against Chile.", "en", ["ASSAULT PER>CHL held"]),
    (
        "Peru spoke with Ghana to discuss Mali's war against Niger.",
        "en",
        ["ASSAULT MLI>NER held", "CONSULT GHA=PER held"],
    ),
    # mediators do not meet each other
    ("The talks between Mali and Niger were mediated by Peru.", "en", ["CONSULT MLI=NER=PER held"]),
    ("The dispute was mediated by Peru and Chile.", "en", []),
    # the state of a town, in a short text though nothing else names it
    (
        "Suriah mengecam Israel. Israel menyerang pelabuhan Latakia.",
        "id",
        ["ACCUSE SYR>ISR held", "ASSAULT ISR>SYR held"],
    ),
    ("Syria condemned Israel. Israel struck Aleppo airport.", "en", ["ACCUSE SYR>ISR held", "ASSAULT ISR>SYR held"]),
    ("Israel menyerang pelabuhan Latakia.", "id", ["ASSAULT ISR>SYR held"]),
    ("Chilean strikes on Arequipa killed six people.", "en", ["ASSAULT CHL>PER held"]),
    ("Serangan Chile ke Arequipa menewaskan enam orang.", "id", ["ASSAULT CHL>PER held"]),
    # a raid is not told of one's own people; who is shot by police may well be
    ("Serangan Chile pada Senin menewaskan lima orang. Peru diam.", "id", []),
    ("Chilean strikes on Monday killed six people. Peru was silent.", "en", []),
    ("Polisi Chile menewaskan lima orang. Peru diam.", "id", ["ASSAULT CHL>CHL held"]),
    # whose meeting is denied, meets not; who denies it, refuses nothing
    ("Menlu Peru membantah kabar Presiden Peru bertemu Presiden Chile.", "id", ["CONSULT CHL=PER denied"]),
    # what is only said of the subject, by whom, and what it does itself
    ("Peruvian troops backed by Chile attacked Bolivia.", "en", ["ASSAULT PER>BOL held", "SUPPORT CHL>PER held"]),
    ("Peru, accused of lying by Chile, condemned Bolivia.", "en", ["ACCUSE CHL>PER held", "ACCUSE PER>BOL held"]),
    ("Peru, accused of helping Chile, said nothing.", "en", []),
    ("Peru condemned by Chile over attack on Bolivia", "en", ["ACCUSE CHL>PER held"]),
    # who acts, behind where it was done
    ("A Peruvian diplomat was detained in Oman by Chile.", "en", ["COERCE CHL>PER held"]),
    (
        "A Peruvian diplomat detained in Oman by Chilean agents was freed.",
        "en",
        ["COERCE CHL>PER held", "RETREAT CHL>PER held"],
    ),
    (
        "Two Peruvian nurses who had been detained in Chile have been released.",
        "en",
        ["RETREAT CHL>PER held"],
    ),
    ("Two Peruvian nurses who had rested in Chile have been released.", "en", []),
    ("Peru attacked in the hills of Chile by Sunday.", "en", ["ASSAULT PER>CHL held"]),
    # what somebody is thanked, blamed or warned for, he does
    ("Peru thanked Chile for releasing Bolivian prisoners.", "en", ["RETREAT CHL>BOL held", "SUPPORT PER>CHL held"]),
    ("Peru blamed Chile for killing a Bolivian envoy.", "en", ["ACCUSE PER>CHL held", "ASSAULT CHL>BOL held"]),
    ("Peru warned Chile against attacking Bolivia.", "en", ["THREATEN PER>CHL held"]),
    # whom something makes act, and whom somebody wants to
    ("The law prompted Peru to accuse Chile of lying.", "en", ["ACCUSE PER>CHL held"]),
    (
        "Peru asked Chile to free two men, prompting Bolivia to recall its ambassador from Santiago.",
        "en",
        ["REQUEST PER>CHL held", "SANCTION BOL>CHL held"],
    ),
    ("Peru wants Bolivia's president to meet Chile's president.", "en", ["CONSULT BOL=CHL proposed"]),
    ("Peru wants Bolivia to attack Chile.", "en", []),
    # whose the ship is, and the people to whom it is done; who only says something is nobody's
    ("Peru seized a Chilean-flagged tanker.", "en", ["COERCE PER>CHL held"]),
    ("Peru seized a Marshall Islands-registered ship.", "en", ["COERCE PER>MHL held"]),
    ("Peru jailed two Chilean journalists.", "en", ["COERCE PER>CHL held"]),
    ("A Chilean activist was detained by Peru.", "en", ["COERCE PER>CHL held"]),
    ("A Chilean activist condemned Peru.", "en", []),
    ("Peru freed a Chilean priest and two Bolivian soldiers.", "en", ["RETREAT PER>BOL+CHL held"]),
    ("The army urged Peruvian citizens to leave Chile.", "en", []),
    ("Peru's foreign ministry urged Peruvian citizens to leave Chile.", "en", []),
    # whom a relative tells of, and what a step is taken against
    ("Peru, which Chile blames for the raid, condemned Bolivia.", "en", ["ACCUSE CHL>PER held", "ACCUSE PER>BOL held"]),
    ("Peru freed two Bolivians, a step that Chile condemned.", "en", ["ACCUSE CHL>PER held", "RETREAT PER>BOL held"]),
    ("Peru said that Chile condemned.", "en", []),
    ("Peru thanked Chile for the tanks that Chile sent to Lima.", "en", [
        "AID CHL>PER held", "MOBILIZE CHL>PER held", "SUPPORT PER>CHL held",
    ]),
    # not whom a contact behind the act was with; nor what an ally is to others
    ("Peru dropped its objections after talks with Chile.", "en", ["CONSULT CHL=PER held"]),
    ("Peru, an ally of Bolivia, condemned Chile.", "en", ["ACCUSE PER>CHL held"]),
    ("Peru and Cuba, allies of Bolivia, condemned Chile.", "en", ["ACCUSE CUB+PER>CHL held"]),
    # whom a refusal or a threat is to meet
    ("Peru's refusal to apologise to Chile angered Bolivia.", "en", ["REJECT PER>CHL held"]),
    (
        "Peru rejected Chile's proposal to meet Bolivia.",
        "en",
        ["CONSULT BOL=CHL proposed", "REJECT PER>CHL held", "REQUEST CHL>PER held"],
    ),
    ("Peru welcomed Chile's plan to visit Bolivia.", "en", ["CONSULT BOL=CHL planned", "SUPPORT PER>CHL held"]),
    # the owner of what acts, below a verb of saying
    ("Cuba said a Peruvian missile strike on Chile killed four people.", "en", ["ASSAULT PER>CHL held"]),
    # two who are named by one and his own
    ("Peru's president and his Chilean counterpart condemned Bolivia.", "en", ["ACCUSE CHL+PER>BOL held"]),
    ("Peru's president and his army condemned Bolivia.", "en", ["ACCUSE PER>BOL held"]),
    # what comes of it
    ("Peru freed two men, drawing criticism from Chile.", "en", ["ACCUSE CHL>PER held"]),
    # what is only said of a contact, and what befalls it
    (
        "The talks between Mali and Niger, mediated by Peru, were suspended.",
        "en",
        ["CONSULT MLI=NER=PER cancelled", "CONSULT MLI=NER=PER held"],
    ),
    ("The Peruvian president cancelled a visit to Chile and recalled his ambassador from Cuba.", "en", [
        "CONSULT CHL=PER cancelled", "SANCTION PER>CUB held",
    ]),
    # with each on its own
    ("Peru's foreign minister met separately with the presidents of Chile and Cuba.", "en", [
        "CONSULT CHL=PER held", "CONSULT CUB=PER held",
    ]),
    ("Menlu Peru bertemu secara terpisah dengan Menlu Chile dan Menlu Kuba.", "id", [
        "CONSULT CHL=PER held", "CONSULT CUB=PER held",
    ]),
    ("Peru's foreign minister met with the presidents of Chile and Cuba.", "en", ["CONSULT CHL=CUB=PER held"]),
    # its own forces, as a subject; what answers a charge told behind it
    ("Peru said its navy had seized a Chilean boat.", "en", ["COERCE PER>CHL held"]),
    ("Peru said its 500 soldiers killed Chilean troops.", "en", ["ASSAULT PER>CHL held"]),
    ("Bolivia fumed. Peru withdrew its troops from Chile.", "en", ["RETREAT PER>CHL held"]),
    ("Peru, accused of lying by Chile, denied helping Cuba.", "en", ["ACCUSE CHL>PER held", "REJECT PER>CUB held"]),
    ("Peru, accused of lying by Chile, denied the charge.", "en", ["ACCUSE CHL>PER held", "REJECT PER>CHL held"]),
    # those who meet without a title of their own
    ("Kenya hosted the presidents of Somalia and Djibouti.", "en", ["CONSULT DJI=KEN=SOM held"]),
    ("A delegation of Chilean officials arrived in Peru.", "en", ["CONSULT CHL=PER held"]),
    ("Chilean troops arrived in Peru.", "en", []),
    # whose proposal it is, and what it is about
    ("Peru rejected a proposal by Chile to buy Cuba's sugar.", "en", ["REJECT PER>CHL held", "REQUEST CHL>PER held"]),
    # what is condemned, behind "the": the other side's last act
    ("Peru expelled a Chilean envoy. Chile decried the move.", "en", ["ACCUSE CHL>PER held", "SANCTION PER>CHL held"]),
    ("Peru expelled two Chilean envoys. Chile condemned the killing.", "en", ["SANCTION PER>CHL held"]),
    # who speaks or works for somebody
    ("A spokesman for Peru's president condemned Chile.", "en", ["ACCUSE PER>CHL held"]),
    ("An adviser to Peruvian President Luz Rojas met Chilean officials.", "en", ["CONSULT CHL=PER held"]),
    # who is called and told something
    ("Peru's president asked the Chilean president for help in a call on Monday.", "en", [
        "CONSULT CHL=PER held", "REQUEST PER>CHL held",
    ]),
    ("Peru's president condemned Chile in a call on Monday.", "en", ["ACCUSE PER>CHL held"]),
    ("Peru said on Monday it would expel Chilean envoys.", "en", ["SANCTION PER>CHL planned"]),
    # a participle before its subject, or between a subject and its verb; whose ban is lifted
    ("Backed by Peru, Chile attacked Bolivia.", "en", ["ASSAULT CHL>BOL held", "SUPPORT PER>CHL held"]),
    ("Accused by Peru of lying, Chile condemned Bolivia.", "en", ["ACCUSE CHL>BOL held", "ACCUSE PER>CHL held"]),
    ("Two Chilean soldiers detained in Peru were named as spies.", "en", ["COERCE PER>CHL held"]),
    ("Peru's ban on Chilean wine was lifted in 2013.", "en", ["RETREAT PER>CHL held", "SANCTION PER>CHL held"]),
    # an invitation that is accepted is a visit to come
    (
        "Presiden Peru menerima undangan Presiden Chile untuk berkunjung ke Santiago.",
        "id",
        ["AGREE CHL=PER held", "CONSULT CHL=PER planned"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_who_acts_and_whom_it_reaches(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected
