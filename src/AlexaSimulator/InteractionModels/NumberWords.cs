using System.Globalization;

namespace AlexaSimulator.InteractionModels;

/// <summary>The numbers from 0 to 999 in words.</summary>
internal static class NumberWords
{
    private static readonly string[] EnglishSmall =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] EnglishTens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] GermanSmall =
    [
        "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn",
        "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
    ];

    private static readonly string[] GermanTens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

    /// <summary>The numbers in English, with and without "and".</summary>
    public static IEnumerable<(string Phrase, string Digits)> English { get; } = All(EnglishBelowHundred, EnglishHundreds, [" ", " and "]);

    /// <summary>The numbers in German, with and without "und".</summary>
    public static IEnumerable<(string Phrase, string Digits)> German { get; } = All(GermanBelowHundred, GermanHundreds, ["", "und"]);

    private static IEnumerable<(string Phrase, string Digits)> All(
        Func<int, IEnumerable<string>> belowHundred,
        Func<int, IEnumerable<string>> hundreds,
        string[] joints)
    {
        for (var number = 0; number < 1_000; number++)
        {
            var (hundred, rest) = Math.DivRem(number, 100);
            var phrases = (hundred, rest) switch
            {
                (0, _) => belowHundred(rest),
                (_, 0) => hundreds(hundred),
                _ => from prefix in hundreds(hundred) from joint in joints from suffix in belowHundred(rest) select prefix + joint + suffix,
            };
            foreach (var phrase in phrases)
            {
                yield return (phrase, number.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static IEnumerable<string> EnglishBelowHundred(int number) => number < 20
        ? [EnglishSmall[number]]
        : [EnglishTens[(number / 10) - 2] + (number % 10 == 0 ? "" : $" {EnglishSmall[number % 10]}")];

    private static IEnumerable<string> EnglishHundreds(int hundreds) =>
        hundreds == 1 ? ["one hundred", "a hundred"] : [$"{EnglishSmall[hundreds]} hundred"];

    private static IEnumerable<string> GermanBelowHundred(int number) => number switch
    {
        1 => ["eins", "ein", "eine", "einen"],
        < 20 => [GermanSmall[number]],
        _ when number % 10 == 0 => [GermanTens[(number / 10) - 2]],
        _ => [$"{(number % 10 == 1 ? "ein" : GermanSmall[number % 10])}und{GermanTens[(number / 10) - 2]}"],
    };

    private static IEnumerable<string> GermanHundreds(int hundreds) =>
        hundreds == 1 ? ["hundert", "einhundert"] : [$"{GermanSmall[hundreds]}hundert"];
}
