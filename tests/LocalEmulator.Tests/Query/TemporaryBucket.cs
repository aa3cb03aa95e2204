using System.IO.Compression;
using System.Text;
using Analytics;

namespace LocalEmulator.Tests.Query;

/// <summary>A bucket's folder as the local S3 keeps it, in a temporary place.</summary>
internal sealed class TemporaryBucket : IDisposable
{
    private readonly TemporaryFolder bucket = new("petmatch-[bucket]-");

    public string Path => bucket.Path;

    public void Deliver(string text, string hour = "2026/11/21/00")
    {
        var folder = Directory.CreateDirectory(bucket.Find($"{Names.DeliveryPrefix}{hour}".Split('/')));
        using var file = File.Create(System.IO.Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.csv.gz"));
        using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(text));
    }

    public void Deliver(IEnumerable<Hit> hits, string hour = "2026/11/21/00")
    {
        using var text = new MemoryStream();
        using var lines = new CsvLineWriter(text);
        foreach (var hit in hits)
        {
            foreach (var column in Columns.All)
            {
                lines.WriteField(column.Value(hit));
            }

            lines.EndLine();
        }

        Deliver(Encoding.UTF8.GetString(text.ToArray()), hour);
    }

    public void Dispose() => bucket.Dispose();
}
