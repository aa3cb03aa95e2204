// The forwarder's transform over the event of a file, as native code or by the JIT. Each line on standard input, such as "transform 20", is
// answered by the milliseconds that this many passes took; "allocated" by the bytes that one pass allocates.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using StreamToFirehoseFunction;

var streamEvent = File.ReadAllBytes(args[0]);
Console.WriteLine("ready");
while (Console.ReadLine()?.Split(' ') is [var what, .. var rest])
{
    var answer = what switch
    {
        "transform" => Time(() => LineTransform.Of(streamEvent, LineLayout.PetMatch).Dispose()),
        "bare" => Time(() => ReadBare(streamEvent)),
        _ => Allocated(),
    };
    Console.WriteLine(answer.ToString(CultureInfo.InvariantCulture));

    double Time(Action pass)
    {
        var passes = int.Parse(rest[0], CultureInfo.InvariantCulture);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < passes; i++)
        {
            pass();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}

double Allocated()
{
    LineTransform.Of(streamEvent, LineLayout.PetMatch).Dispose(); // fills the pools
    var before = GC.GetAllocatedBytesForCurrentThread();
    LineTransform.Of(streamEvent, LineLayout.PetMatch).Dispose();
    return GC.GetAllocatedBytesForCurrentThread() - before;
}

static void ReadBare(byte[] streamEvent)
{
    var reader = new Utf8JsonReader(streamEvent);
    while (reader.Read())
    {
    }
}
