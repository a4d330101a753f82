using System.Globalization;
using System.Text;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Storage;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Moby-Dick; or, The Whale", "moby dick or the whale")]
    [InlineData("the The THE thé", "the")]
    [InlineData("Don't panic (42nd ed.)", "don t panic 42nd ed")]
    [InlineData("Čapek Łódź Øre Åse ĳs Straße ẞ", "capek lodz ore ase ijs strasse ss")]
    [InlineData("cafe\u0301 CAFÉ", "cafe")]
    [InlineData("Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ")]
    [InlineData("Ёлка Й", "елка и")]
    [InlineData("İstanbul ILIK ılık", "istanbul ilik")]
    [InlineData("Ｗｉｄｅ １２", "wide 12")]
    [InlineData("紅樓夢ABC夢x", "紅 樓 夢 abc x")]
    [InlineData("𠮷野家", "𠮷 野 家")]
    [InlineData("أحمد اَحمد إحمد", "احمد")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("\ud800a\udc00b \ufffe\uffff\0c", "a b c")]
    [InlineData("\u0301\u0300 \u200f . 👩🏽‍🚀", "")]
    public void A_title_has_these_words(string title, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(title)));

    [Fact]
    public void No_title_has_no_words() => Assert.Empty(SearchWords.Of(null));

    [Fact]
    public void A_letter_and_its_decomposition_are_one()
    {
        if ("é".Normalize(NormalizationForm.FormD).Length == 1)
        {
            // With invariant globalization there is nothing to compare with; the words are the same there.
            return;
        }

        for (var number = 0xC0; number < 0x2000; number++)
        {
            var letter = ((char)number).ToString();
            if (number is (>= 0x250 and < 0x370) or (>= 0x530 and < 0x1E00) || !char.IsLetter(letter, 0))
            {
                continue;
            }

            var apart = letter.Normalize(NormalizationForm.FormD);
            Assert.True(
                SearchWords.Of(letter).SequenceEqual(SearchWords.Of(apart)),
                string.Create(CultureInfo.InvariantCulture, $"U+{number:X4} {letter}: {string.Join('+', SearchWords.Of(letter))}, apart {string.Join('+', SearchWords.Of(apart))}"));
        }
    }

    [Fact]
    public void Words_and_letters_are_counted_to_a_point()
    {
        Assert.Equal(SearchWords.Most, SearchWords.Of(string.Join(' ', Enumerable.Range(0, 5000))).Count);
        Assert.Equal(SearchWords.MostAsked, SearchText.Of(string.Join(' ', Enumerable.Range(0, 5000))).Words.Count);
        Assert.Equal(new string('x', SearchWords.LongestWord), Assert.Single(SearchWords.Of(new string('x', 50_000))));

        // A pair is not cut in two.
        Assert.Equal(SearchWords.LongestWord - 2, Assert.Single(SearchWords.Of("x" + string.Concat(Enumerable.Repeat("𐐨", 30)))).Length - 1);
    }

    [Theory]
    [InlineData("978-0-06-051275-0", "9780060512750")]
    [InlineData(" 0 8044–2957 X ", "080442957x")]
    [InlineData("10.1000/ABC-1", "10.1000/abc1")]
    [InlineData("- –", null)]
    [InlineData(null, null)]
    public void An_identifier_is_compared_without_hyphens_spaces_and_case(string? given, string? compared) => Assert.Equal(compared, SearchWords.Identifier(given));

    [Fact]
    public void What_is_too_long_is_no_identifier()
    {
        Assert.NotNull(SearchWords.Identifier(new string('1', SearchWords.LongestIdentifier)));
        Assert.Null(SearchWords.Identifier(new string('1', SearchWords.LongestIdentifier + 1)));
    }

    [Fact]
    public void A_text_is_taken_apart()
    {
        var text = SearchText.Of("  ILL-0815 b ");

        Assert.Equal(("ILL-0815 b", "ill-0815 b", "ill0815b"), (text.Whole, text.Id, text.Identifier));
        Assert.Equal(["ill", "0815", "b"], text.Words);
        Assert.Null(SearchText.Of("a\0b").Id);
        Assert.Null(SearchText.Of(" ").Id);
    }
}
