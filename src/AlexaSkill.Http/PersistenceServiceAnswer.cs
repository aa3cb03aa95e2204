using System.Net;

namespace AlexaSkill.Http;

/// <summary>What a persistence service answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Tag">The entity tag; null where the service sends none.</param>
/// <param name="ContentType">The body's type; null where the service names none.</param>
/// <param name="Body">The body.</param>
internal sealed record PersistenceServiceAnswer(HttpStatusCode Status, string? Tag, string? ContentType, byte[] Body);
