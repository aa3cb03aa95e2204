using System.Text;
using System.Xml;
using System.Xml.Linq;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Http;

namespace LocalAws.S3;

/// <summary>S3's XML, in and out.</summary>
internal static class Xml
{
    public static Task WriteAsync(HttpResponse response, int status, XElement root)
    {
        // A key may hold characters that XML does not allow; S3 writes them all the same.
        using var body = new MemoryStream();
        using (var writer = XmlWriter.Create(body, new XmlWriterSettings { CheckCharacters = false, Encoding = new UTF8Encoding(false) }))
        {
            root.WriteTo(writer);
        }

        return LoopbackServer.WriteAsync(response, status, "application/xml", body.ToArray());
    }

    public static XElement Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return XElement.Load(new MemoryStream(body.ToArray()));
        }
        catch (XmlException broken)
        {
            throw S3Exception.Invalid("MalformedXML", broken.Message);
        }
    }
}
