namespace BorrowingWorkflow.Benchmarks;

/// <summary>Titles as libraries borrow them: a few words are in very many, and most words in few.</summary>
internal static class Titles
{
    private static readonly string[] Shapes =
    [
        "The history of {0} in {1}", "A history of {0}", "Introduction to {0}", "The Cambridge companion to {0}", "{0} and {1}: a reader", "The art of {0}",
        "{0}: theory and practice", "Handbook of {0} and {1}", "Essays on {0}", "The {0} of {1}", "Women, {0} and the {1}", "Letters from {1}", "{0} after {1}",
        "Études sur {0}", "Geschichte der {0}", "Historia de la {0} en {1}", "Collected works of {2}", "{2}: a life", "The world of {2}", "Selected poems of {2}",
    ];

    private static readonly string[] Subjects =
    [
        "anthropology", "archaeology", "architecture", "astronomy", "biochemistry", "botany", "calculus", "cartography", "ceramics", "chemistry", "cinema",
        "cognition", "colonialism", "criminology", "dance", "democracy", "demography", "dramaturgy", "ecology", "economics", "education", "electronics",
        "engineering", "epidemiology", "ethics", "evolution", "feminism", "folklore", "forestry", "genetics", "geology", "geometry", "grammar", "horticulture",
        "hydrology", "immunology", "journalism", "jurisprudence", "kinesiology", "labor", "landscape", "linguistics", "literature", "logic", "mathematics",
        "medicine", "metallurgy", "meteorology", "migration", "music", "mythology", "navigation", "neuroscience", "nursing", "nutrition", "oceanography",
        "optics", "painting", "pedagogy", "philosophy", "phonology", "photography", "physics", "poetics", "politics", "psychology", "religion", "rhetoric",
        "robotics", "sculpture", "semiotics", "slavery", "sociology", "statistics", "surgery", "theology", "topology", "toxicology", "translation", "typography",
        "urbanism", "virology", "welfare", "witchcraft", "zoology",
    ];

    private static readonly string[] Places =
    [
        "Africa", "Alaska", "Andalucía", "Argentina", "Australia", "Baja California", "Belgium", "Bolivia", "Brazil", "Bulgaria", "California", "Canada", "Chile",
        "China", "Colombia", "Cuba", "Denmark", "Ecuador", "Egypt", "England", "Ethiopia", "Europe", "Finland", "France", "Germany", "Ghana", "Greece", "Guatemala",
        "Hungary", "India", "Indonesia", "Ireland", "Italy", "Japan", "Kenya", "Korea", "Latin America", "Los Angeles", "Mexico", "Morocco", "Nigeria", "Norway",
        "Oaxaca", "Peru", "Poland", "Portugal", "Québec", "Rome", "Russia", "San Francisco", "São Paulo", "Scotland", "Senegal", "Spain", "Sweden", "Türkiye",
        "the Pacific", "the United States", "Ukraine", "Venezuela", "Vietnam", "Wales", "Zürich",
    ];

    private static readonly string[] People =
    [
        "Ada Lovelace", "Anna Akhmatova", "Bertolt Brecht", "Chinua Achebe", "Emily Dickinson", "Federico García Lorca", "Frida Kahlo", "Gabriela Mistral",
        "Hannah Arendt", "Ibn Khaldun", "James Baldwin", "Jorge Luis Borges", "Karel Čapek", "Langston Hughes", "Lu Xun", "Marie Curie", "Murasaki Shikibu",
        "Octavia Butler", "Rabindranath Tagore", "Rainer Maria Rilke", "Sor Juana Inés de la Cruz", "Toni Morrison", "Virginia Woolf", "Wisława Szymborska",
    ];

    /// <summary>A title, with the name of a family that few titles share.</summary>
    public static string Any(Random random)
    {
        // The product of two draws makes the first entries of a list the frequent ones.
        var title = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, Of(Shapes, random), Of(Subjects, random), Of(Places, random), Of(People, random));
        return $"{title} / {Family(random)}";
    }

    private static string Of(string[] list, Random random) => list[(int)(list.Length * random.NextDouble() * random.NextDouble())];

    private static string Family(Random random)
    {
        string[] beginnings = ["Al", "Bar", "Cor", "Dan", "El", "Fer", "Gar", "Hol", "Iv", "Jan", "Kov", "Lar", "Mar", "Nor", "Ol", "Per", "Ros", "San", "Tor", "Vil"];
        string[] middles = ["ba", "ce", "di", "fo", "gu", "ha", "ki", "le", "mi", "no", "pe", "ra", "si", "tu", "ve", "za"];
        string[] ends = ["berg", "dez", "er", "escu", "ez", "ini", "ka", "man", "nen", "ov", "sen", "ska", "son", "ström", "ton", "wicz"];
        return beginnings[random.Next(beginnings.Length)] + middles[random.Next(middles.Length)] + middles[random.Next(middles.Length)] + ends[random.Next(ends.Length)];
    }
}
