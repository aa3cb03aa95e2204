namespace StreamToFirehoseFunction.Tests;

/// <summary>Breaks text as nothing sane would.</summary>
internal static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{", "}", "[", "]", "\"", "\\", ",", ":", " ", "\n", "\0", "0", "-", "1e5", "null", "true", "\\u12", "\\ud83d", "é", "\"S\":", "\"N\":\"7\"",
            "{}", "[]", "\"\"", "},{", "\"eventName\":\"INSERT\",", "\"NewImage\":{},", "\"SequenceNumber\":\"3\",", "\"Records\":[],",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC3],
    ];

    /// <summary>Changes text in some places.</summary>
    public static byte[] Apply(byte[] text, Random random, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var start = random.Next(text.Length + 1);
            var end = Math.Min(text.Length, start + random.Next(random.Next(4) == 0 ? 200 : 4));
            var token = Tokens[random.Next(Tokens.Length)];
            text = random.Next(5) switch
            {
                0 => [.. text[..start], .. text[end..]],
                1 => [.. text[..end], .. text[start..]],
                2 => [.. text[..start], .. token, .. text[start..]],
                3 => [.. text[..start], .. token, .. text[end..]],
                _ => [.. text[..start], (byte)random.Next(256), .. text[Math.Min(text.Length, start + 1)..]],
            };
        }

        return text;
    }
}
