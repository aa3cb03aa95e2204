using System.Net;

namespace AlexaSkill.Http;

/// <summary>What a persistence service answered.</summary>
internal sealed record PersistenceServiceAnswer(HttpStatusCode Status, string? Tag, string? ContentType, byte[] Body);
