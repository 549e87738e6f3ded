"""English words for the people and things of a country, and the name of that country."""

DEMONYMS = {
    "Japanese": "Japan", "Japan-based": "Japan", "Tokyo-based": "Japan", "American": "United States",
    "Americans": "United States", "US": "United States", "U.S": "United States", "U.S.": "United States",
    "US-based": "United States", "U.S.-based": "United States", "Chinese": "China", "China-based": "China",
    "Taiwanese": "Taiwan", "Taiwan-based": "Taiwan", "Korean": "South Korea", "South Korean": "South Korea",
    "North Korean": "North Korea", "British": "United Kingdom", "UK": "United Kingdom", "German": "Germany",
    "French": "France", "Dutch": "Netherlands", "Swiss": "Switzerland", "Italian": "Italy", "Spanish": "Spain",
    "Indian": "India", "Canadian": "Canada", "Australian": "Australia", "Israeli": "Israel", "Swedish": "Sweden",
    "Finnish": "Finland", "Danish": "Denmark", "Norwegian": "Norway", "Austrian": "Austria", "Belgian": "Belgium",
    "Polish": "Poland", "Irish": "Ireland", "Singaporean": "Singapore", "Malaysian": "Malaysia", "Thai": "Thailand",
    "Vietnamese": "Vietnam", "Indonesian": "Indonesia", "Philippine": "Philippines", "Russian": "Russia",
    "Ukrainian": "Ukraine", "Turkish": "Turkey", "Saudi": "Saudi Arabia", "Emirati": "United Arab Emirates",
    "Brazilian": "Brazil", "Mexican": "Mexico", "European": "Europe", "Asian": "Asia", "African": "Africa",
}  # fmt: skip
