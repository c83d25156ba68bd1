"""Names that the gazetteer lacks: regions by UN M49, other names of countries, demonyms."""

from __future__ import annotations

REGIONS: dict[str, tuple[str | None, bool]] = {
    "Africa": ("002", True),
    "North Africa": ("015", True),
    "Northern Africa": ("015", True),
    "West Africa": ("011", True),
    "Western Africa": ("011", True),
    "East Africa": ("014", True),
    "Eastern Africa": ("014", True),
    "Central Africa": ("017", False),
    "Middle Africa": ("017", True),
    "Southern Africa": ("018", True),
    "southern Africa": ("018", True),
    "Sub-Saharan Africa": ("202", True),
    "sub-Saharan Africa": ("202", True),
    "Horn of Africa": (None, False),
    "Sahel": (None, False),
    "Maghreb": (None, False),
    "Americas": ("019", True),
    "Western Hemisphere": ("019", False),
    "Latin America": ("419", False),
    "Latin America and the Caribbean": ("419", True),
    "South America": ("005", True),
    "Central America": ("013", True),
    "Caribbean": ("029", True),
    "North America": ("003", True),
    "Northern America": ("021", True),
    "Asia": ("142", True),
    "Central Asia": ("143", True),
    "East Asia": ("030", True),
    "Eastern Asia": ("030", True),
    "Southeast Asia": ("035", True),
    "South-East Asia": ("035", True),
    "South-eastern Asia": ("035", True),
    "South Asia": ("034", False),
    "Southern Asia": ("034", True),
    "Western Asia": ("145", True),
    "Middle East": ("145", False),
    "Near East": ("145", False),
    "Levant": (None, False),
    "Persian Gulf": (None, False),
    "Arabian Peninsula": (None, False),
    "Caucasus": (None, False),
    "South Caucasus": (None, False),
    "Europe": ("150", True),
    "Eastern Europe": ("151", False),
    "Northern Europe": ("154", True),
    "Southern Europe": ("039", True),
    "Western Europe": ("155", False),
    "Balkans": (None, False),
    "Scandinavia": (None, False),
    "Oceania": ("009", True),
    "Melanesia": ("054", True),
    "Micronesia": ("057", True),
    "Polynesia": ("061", True),
}
"""A region's M49 code, and whether the everyday name means just what M49 counts in.

"Latin America" is less than M49's 419, which takes in the whole Caribbean; "Middle East"
is near 145 but has Egypt and Iran in it. No code is better than a wrong one.
"""

REGION_ADJECTIVES = {
    "African": "Africa",
    "West African": "West Africa",
    "East African": "East Africa",
    "North African": "North Africa",
    "Latin American": "Latin America",
    "South American": "South America",
    "Central American": "Central America",
    "North American": "North America",
    "Middle Eastern": "Middle East",
    "Asian": "Asia",
    "Southeast Asian": "Southeast Asia",
    "Central Asian": "Central Asia",
    "South Asian": "South Asia",
    "European": "Europe",
    "Balkan": "Balkans",
    "Scandinavian": "Scandinavia",
}

COUNTRY_NAMES = {
    "US": "U.S. US USA U.S.A.|United States of America|America",
    "GB": "UK U.K. Britain|Great Britain",
    "AE": "UAE U.A.E. Emirates",
    "RU": "Russia|Russian Federation",
    "KP": "North Korea|DPRK",
    "KR": "South Korea|Korea",
    "CD": "DRC|Congo|Democratic Republic of Congo|Democratic Republic of the Congo|DR Congo",
    "CG": "Congo|Congo-Brazzaville|Republic of Congo",
    "CI": "Ivory Coast|Côte d'Ivoire|Côte d’Ivoire|Cote d'Ivoire",
    "CZ": "Czech Republic|Czechia",
    "MM": "Myanmar|Burma",
    "MK": "North Macedonia|Macedonia",
    "SZ": "Eswatini|Swaziland",
    "TR": "Turkey|Türkiye|Turkiye",
    "CV": "Cape Verde|Cabo Verde",
    "TL": "East Timor|Timor-Leste",
    "PS": "Palestine|Palestinian territories|Palestinian Territories|West Bank|Gaza|Gaza Strip",
    "VA": "Vatican|Holy See|Vatican City",
    "CN": "China|People's Republic of China|People’s Republic of China",
    "NL": "Netherlands|Holland",
    "BA": "Bosnia|Bosnia-Herzegovina|Bosnia and Herzegovina",
    "BS": "Bahamas",
    "GM": "Gambia",
    "FM": "Federated States of Micronesia",
    "LA": "Laos",
    "SY": "Syria|Syrian Arab Republic",
    "IR": "Iran|Islamic Republic of Iran",
}
"""Names beside the gazetteer's own, by ISO 3166-1; parted by "|", or blanks for short forms."""

DEMONYMS = {
    "AF": "Afghan", "AL": "Albanian", "DZ": "Algerian", "AD": "Andorran", "AO": "Angolan",
    "AR": "Argentine Argentinian Argentinean", "AM": "Armenian", "AU": "Australian",
    "AT": "Austrian", "AZ": "Azerbaijani Azeri", "BS": "Bahamian", "BH": "Bahraini",
    "BD": "Bangladeshi", "BB": "Barbadian", "BY": "Belarusian Belarussian", "BE": "Belgian",
    "BZ": "Belizean", "BJ": "Beninese", "BT": "Bhutanese", "BO": "Bolivian", "BA": "Bosnian",
    "BW": "Motswana", "BR": "Brazilian", "GB": "British Briton", "BN": "Bruneian",
    "BG": "Bulgarian", "BF": "Burkinabe Burkinabé", "MM": "Burmese", "BI": "Burundian",
    "KH": "Cambodian", "CM": "Cameroonian", "CA": "Canadian", "TD": "Chadian", "CL": "Chilean",
    "CN": "Chinese", "CO": "Colombian", "KM": "Comorian", "CD": "Congolese", "CG": "Congolese",
    "HR": "Croatian Croat", "CU": "Cuban", "CY": "Cypriot", "CZ": "Czech",
    "DK": "Danish Dane", "DJ": "Djiboutian", "DM": "Dominican", "DO": "Dominican",
    "EC": "Ecuadorian Ecuadorean", "EG": "Egyptian", "SV": "Salvadoran Salvadorean",
    "ER": "Eritrean", "EE": "Estonian", "ET": "Ethiopian", "FJ": "Fijian", "FI": "Finnish Finn",
    "FR": "French", "GA": "Gabonese", "GM": "Gambian", "GE": "Georgian", "DE": "German",
    "GH": "Ghanaian", "GR": "Greek", "GT": "Guatemalan", "GN": "Guinean", "GY": "Guyanese",
    "HT": "Haitian", "HN": "Honduran", "HU": "Hungarian", "IS": "Icelandic", "IN": "Indian",
    "ID": "Indonesian", "IR": "Iranian", "IQ": "Iraqi", "IE": "Irish", "IL": "Israeli",
    "IT": "Italian", "CI": "Ivorian", "JM": "Jamaican", "JP": "Japanese", "JO": "Jordanian",
    "KZ": "Kazakh Kazakhstani", "KE": "Kenyan", "KP": "Korean", "KR": "Korean", "XK": "Kosovar",
    "KW": "Kuwaiti", "KG": "Kyrgyz", "LA": "Laotian Lao", "LV": "Latvian", "LB": "Lebanese",
    "LR": "Liberian", "LY": "Libyan", "LT": "Lithuanian", "MK": "Macedonian", "MG": "Malagasy",
    "MW": "Malawian", "MY": "Malaysian", "MV": "Maldivian", "ML": "Malian", "MT": "Maltese",
    "MR": "Mauritanian", "MU": "Mauritian", "MX": "Mexican", "MD": "Moldovan", "MN": "Mongolian",
    "ME": "Montenegrin", "MA": "Moroccan", "MZ": "Mozambican", "NA": "Namibian",
    "NP": "Nepali Nepalese",
    "NL": "Dutch", "NI": "Nicaraguan", "NE": "Nigerien", "NG": "Nigerian",
    "NO": "Norwegian", "OM": "Omani", "PK": "Pakistani", "PS": "Palestinian", "PA": "Panamanian",
    "PY": "Paraguayan", "PE": "Peruvian", "PH": "Filipino Philippine", "PL": "Polish",
    "PT": "Portuguese", "QA": "Qatari", "RO": "Romanian", "RU": "Russian", "RW": "Rwandan",
    "SA": "Saudi", "SN": "Senegalese", "RS": "Serbian Serb", "SG": "Singaporean",
    "SK": "Slovak Slovakian", "SI": "Slovenian Slovene", "SO": "Somali", "ES": "Spanish Spaniard",
    "SD": "Sudanese", "SR": "Surinamese", "SE": "Swedish Swede", "CH": "Swiss",
    "SY": "Syrian", "TW": "Taiwanese", "TJ": "Tajik", "TZ": "Tanzanian", "TH": "Thai",
    "TG": "Togolese", "TT": "Trinidadian", "TN": "Tunisian", "TR": "Turkish Turk", "TM": "Turkmen",
    "UG": "Ugandan", "UA": "Ukrainian", "AE": "Emirati", "US": "American", "UY": "Uruguayan",
    "UZ": "Uzbek", "VE": "Venezuelan", "VN": "Vietnamese", "YE": "Yemeni", "ZM": "Zambian",
    "ZW": "Zimbabwean",
}  # fmt: skip
LONG_DEMONYMS = {
    "South African": "ZA", "North Korean": "KP", "South Korean": "KR", "New Zealander": "NZ",
    "Costa Rican": "CR", "Sierra Leonean": "SL", "Sri Lankan": "LK", "South Sudanese": "SS",
    "Saudi Arabian": "SA", "East Timorese": "TL",
}  # fmt: skip

HOME_NATIONS = {
    "England": ("GB-ENG", 6269131),
    "Scotland": ("GB-SCT", 2638360),
    "Wales": ("GB-WLS", 2634895),
    "Northern Ireland": ("GB-NIR", 2641364),
}
"""Parts of the United Kingdom, with ISO 3166-2 and GeoNames ids."""

CITIES_BY_STATE_NAME = {
    "New York": ("New York City", 5128581),
    "Washington": ("Washington, D.C.", 4140963),
}
"""US cities whose short name is a state's too, with GeoNames ids."""

GIVEN_NAMES = frozenset(
    ["Jordan", "Chad", "Georgia", "Israel", "Kenya", "India", "Ireland", "Holland", "Virginia"]
)
"""Countries and states that are people's names too."""
