using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Responses;

/// <summary>Something to say.</summary>
/// <param name="Ssml">A whole SSML document, <c>&lt;speak&gt;…&lt;/speak&gt;</c>.</param>
/// <param name="PlayBehavior"><c>ENQUEUE</c>, <c>REPLACE_ALL</c> or <c>REPLACE_ENQUEUED</c>; null leaves it to Alexa.</param>
[JsonConverter(typeof(OutputSpeechConverter))]
public sealed record OutputSpeech(string Ssml, string? PlayBehavior = null);
