using System.Collections.Frozen;
using System.Text;

namespace BorrowingWorkflow.Storage;

/// <summary>Letters without case and accents.</summary>
/// <remarks>
/// A table of its own, since a process with invariant globalization can't take letters apart: the words that it wrote would not be those
/// that another process asks for. Accents that are characters of their own are left out by <see cref="IsAccent"/>.
/// </remarks>
internal static class LetterFolding
{
    // What a letter becomes, and the letters (small ones) that become it: Unicode's decompositions, and letters that are taken for others.
    private static readonly string[] Groups =
    [
        "a ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "ae æǣǽ",
        "b ḃḅḇ",
        "c çćĉċčḉ",
        "d ðďđḋḍḏḑḓ",
        "dz ǆǳ",
        "e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "f ḟ",
        "ff ﬀ",
        "ffi ﬃ",
        "ffl ﬄ",
        "fi ﬁ",
        "fl ﬂ",
        "g ĝğġģǧǵḡ",
        "h ĥħȟḣḥḧḩḫẖ",
        "i ìíîïĩīĭįİıǐȉȋḭḯỉị",
        "ij ĳ",
        "j ĵǰ",
        "k ķĸǩḱḳḵ",
        "l ĺļľłḷḹḻḽ",
        "lj ǉ",
        "m ḿṁṃ",
        "n ñńņňŋǹṅṇṉṋ",
        "nj ǌ",
        "o ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        "oe œ",
        "p ṕṗ",
        "r ŕŗřȑȓṙṛṝṟ",
        "s śŝşšșṡṣṥṧṩ",
        "ss ßẞ",
        "st ﬅﬆ",
        "t ţťŧțṫṭṯṱẗ",
        "th þ",
        "u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "v ṽṿ",
        "w ŵẁẃẅẇẉẘ",
        "x ẋẍ",
        "y ýÿŷȳẏẙỳỵỷỹ",
        "z źżžẑẓẕ",
        "ʒ ǯ",
        "α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ",
        "ε έἐἑἒἓἔἕὲέ",
        "η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ",
        "ι ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ",
        "ο όὀὁὂὃὄὅὸό",
        "ρ ῤῥ",
        "σ ϲ",
        "υ ΰϋύϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ",
        "ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ",
        "а ӑӓ",
        "г ѓ",
        "е ѐёӗ",
        "ж ӂӝ",
        "з ӟ",
        "и йѝӣӥ",
        "к ќ",
        "о ӧ",
        "у ўӯӱӳ",
        "ч ӵ",
        "ы ӹ",
        "э ӭ",
        "і ї",
        "ѵ ѷ",
        "ә ӛ",
        "ө ӫ",
        "\u02B9 \u0374", "\u0627 \u0622\u0623\u0625", "\u0648 \u0624", "\u064A \u0626",
    ];

    private static readonly FrozenDictionary<char, string> Folded = Groups
        .Select(static group => group.Split(' '))
        .SelectMany(static parts => parts[1].Select(letter => KeyValuePair.Create(letter, parts[0])))
        .ToFrozenDictionary();

    /// <summary>Adds a letter or digit to a word.</summary>
    public static void Append(StringBuilder word, Rune character)
    {
        if (character.Value is >= 0xFF10 and <= 0xFF5A)
        {
            // The full width forms of ASCII.
            character = new(character.Value - 0xFEE0);
        }

        if (character.IsAscii)
        {
            word.Append((char)(character.Value is >= 'A' and <= 'Z' ? character.Value | 0x20 : character.Value));
            return;
        }

        // By way of the capital, so that the letters of one capital (σ and ς) become one.
        var small = Rune.ToLowerInvariant(Rune.ToUpperInvariant(character));
        if (small.IsBmp && Folded.TryGetValue((char)small.Value, out var folded))
        {
            word.Append(folded);
            return;
        }

        Span<char> units = stackalloc char[2];
        word.Append(units[..small.EncodeToUtf16(units)]);
    }

    /// <summary>True for an accent or vowel point that is a character of its own.</summary>
    public static bool IsAccent(Rune character) => character.Value is
        (>= 0x0300 and <= 0x036F) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F)
        or (>= 0x0591 and <= 0x05C7) or (>= 0x064B and <= 0x065F) or 0x0670;
}
