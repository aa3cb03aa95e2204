using System.Text;

namespace LocalEmulator.Commands;

/// <summary>Reads lines with a prompt and a history; from a pipe or a file, just the lines.</summary>
internal sealed class LineEditor(string prompt)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly List<string> history = [];
    private readonly StringBuilder line = new();
    private int cursor;
    private int place;

    /// <summary>Reads a line; null at the end.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
        {
            return await Console.In.ReadLineAsync(cancellationToken);
        }

        line.Clear();
        (cursor, place) = (0, history.Count);
        Draw();
        while (true)
        {
            var key = await KeyAsync(cancellationToken);
            if (key.Key == ConsoleKey.Enter)
            {
                Console.WriteLine();
                return Keep(line.ToString());
            }

            if (key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } && line.Length == 0)
            {
                Console.WriteLine();
                return null;
            }

            Press(key);
            Draw();
        }
    }

    private static async Task<ConsoleKeyInfo> KeyAsync(CancellationToken cancellationToken)
    {
        while (!Console.KeyAvailable)
        {
            await Task.Delay(Glance, cancellationToken); // ReadKey itself can't be cancelled
        }

        return Console.ReadKey(intercept: true);
    }

    private string Keep(string text)
    {
        if (text.Length > 0 && history.LastOrDefault() != text)
        {
            history.Add(text);
        }

        return text;
    }

    private void Press(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                cursor = Math.Max(0, cursor - 1);
                break;
            case ConsoleKey.RightArrow:
                cursor = Math.Min(line.Length, cursor + 1);
                break;
            case ConsoleKey.Home:
                cursor = 0;
                break;
            case ConsoleKey.End:
                cursor = line.Length;
                break;
            case ConsoleKey.UpArrow:
                Recall(-1);
                break;
            case ConsoleKey.DownArrow:
                Recall(1);
                break;
            case ConsoleKey.Backspace when cursor > 0:
                line.Remove(--cursor, 1);
                break;
            case ConsoleKey.Delete when cursor < line.Length:
                line.Remove(cursor, 1);
                break;
            default:
                Insert(key.KeyChar);
                break;
        }
    }

    private void Insert(char character)
    {
        if (!char.IsControl(character))
        {
            line.Insert(cursor++, character);
        }
    }

    private void Recall(int step)
    {
        place = Math.Clamp(place + step, 0, history.Count);
        line.Clear().Append(place < history.Count ? history[place] : "");
        cursor = line.Length;
    }

    /// <summary>Draws the line anew; one that is too long for the terminal shows the part around the cursor.</summary>
    private void Draw()
    {
        var room = Math.Max(10, Console.WindowWidth - prompt.Length - 1);
        var start = Math.Max(0, cursor - room + 1);
        var shown = line.ToString(start, Math.Min(room, line.Length - start));
        Console.Write($"\r{prompt}{shown.PadRight(room)}\r{prompt}{shown[..(cursor - start)]}");
    }
}
