namespace AlexaSimulator.InteractionModels;

/// <summary>Takes the endings off words, so that "puppies" and "kleinsten" are known by "puppy" and "klein".</summary>
/// <remarks>A stem need not be a word; two forms of a word only have to have the same one.</remarks>
internal static class Stems
{
    private const int Shortest = 3; // letters that have to be left

    private static readonly string[] EnglishEndings = ["iest", "ier", "ies", "ing", "est", "er", "ed", "es", "s", "e", "y"];

    private static readonly string[] GermanEndings =
        ["sten", "stem", "ster", "stes", "ste", "eren", "erem", "erer", "eres", "ere", "ern", "em", "en", "er", "es", "e", "s"];

    /// <summary>The stem of an English word.</summary>
    public static string English(string key)
    {
        var stem = WithoutEnding(key, EnglishEndings);
        var isDoubled = stem.Length > Shortest && stem[^1] == stem[^2] && key.Length > stem.Length && stem[^1] is not ('l' or 's');
        return isDoubled ? stem[..^1] : stem; // running, biggest
    }

    /// <summary>The stem of a German word.</summary>
    public static string German(string key) => WithoutEnding(key, GermanEndings).Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u');

    private static string WithoutEnding(string key, string[] endings)
    {
        var ending = endings.FirstOrDefault(
            ending => key.Length >= ending.Length + Shortest && key.EndsWith(ending, StringComparison.Ordinal));
        return ending is null || key.EndsWith("ss", StringComparison.Ordinal) ? key : key[..^ending.Length];
    }
}
