using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Tests;

public sealed partial class CsvLineWriterTests
{
    private static readonly string[] Hostile =
    [
        "", ",", "\\", "\\,", ",\\", "\\\\", "\"", "\"a\",\"b\"", "\r", "\n", "\r\n", "\n\r", "a\r\nb", "\t", "\\N", "\\n", "NULL", "null",
        "😀", "\ud83d", "\ude00", "a\ud83db", "ä,ö\\ü", " ", " a ", "'", "=1+1", "#", "\u0001", "\0", "\ufeff", "\u2028", "\u0085",
    ];

    [Fact]
    public void What_is_written_is_what_Athena_reads()
    {
        var piece = Gen.OneOf(Gen.Elements(Hostile), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));
        var field = piece.ListOf().Select(pieces => string.Concat(pieces));
        var row = Gen.ArrayOf(field, Columns.All.Count);
        var rows = Gen.NonEmptyListOf(row).Select(list => list.ToArray());

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_261_121, 7),
            Prop.ForAll(rows.ToArbitrary(), ReadsBack));
    }

    [Fact]
    public void A_value_of_a_hundred_thousand_characters_reads_back()
    {
        var value = string.Concat(Enumerable.Range(0, 100_000).Select(i => Hostile[i % Hostile.Length]))[..100_000];

        ReadsBack([[.. Columns.All.Select(_ => value)]]);
    }

    [Theory]
    [InlineData("a\r\nb", "a b")]
    [InlineData("a\nb", "a b")]
    [InlineData("a\rb", "a b")]
    [InlineData("a\n\nb", "a  b")]
    [InlineData("\n", " ")]
    public void A_line_break_becomes_one_space(string value, string expected) => Write([value, "x"]).ShouldBe(expected + ",x\n");

    [Fact]
    public void Values_without_comma_or_backslash_are_joined_as_they_are()
    {
        string[] values = ["r-1", "", "12", "\"quoted\"", "'", " spaced ", "\t", "ä😀", "=1", "#"];

        Write(values).ShouldBe(string.Join(',', values) + "\n");
    }

    [Fact]
    public void Comma_and_backslash_are_escaped() => Write(["a,b", "c\\d", "\\,"]).ShouldBe("a\\,b,c\\\\d,\\\\\\,\n");

    [Fact]
    public void A_line_reaches_the_destination_when_it_ends()
    {
        using var file = new MemoryStream();
        using var csv = new CsvLineWriter(file);
        csv.WriteField("a");
        file.Length.ShouldBe(0);

        csv.EndLine();

        file.ToArray().ShouldBe("a\n"u8.ToArray());
    }

    private static void ReadsBack(string[][] rows)
    {
        using var file = new MemoryStream();
        using (var csv = new CsvLineWriter(file))
        {
            foreach (var row in rows)
            {
                WriteRow(csv, row);
            }
        }

        LazySimpleSerDe.Read(file.ToArray(), Columns.All.Count).ShouldBe(rows.Select(row => row.Select(Expected).ToArray()));
    }

    private static string Write(string[] row)
    {
        using var file = new MemoryStream();
        using var csv = new CsvLineWriter(file);
        WriteRow(csv, row);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static void WriteRow(CsvLineWriter csv, string[] row)
    {
        foreach (var value in row)
        {
            csv.WriteField(value);
        }

        csv.EndLine();
    }

    private static string? Expected(string value)
    {
        var text = LineBreak().Replace(value, " ");
        return text.Length == 0 ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    [GeneratedRegex("\r\n|\r|\n")]
    private static partial Regex LineBreak();
}
