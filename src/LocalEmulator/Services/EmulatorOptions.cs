using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Services;

/// <summary>How the emulator runs.</summary>
/// <param name="DataDirectory">Where tables, bucket, stream, buffers and logs lie; created if it is missing.</param>
/// <param name="SkillProcesses">How many requests the skill answers at once.</param>
/// <param name="Environment">Variables for both functions, beside or in place of those that the emulator sets.</param>
/// <param name="Progress">Is told what is being started.</param>
/// <param name="Mapping">The mapping from the stream to the forwarder; as deployed unless given.</param>
/// <param name="Buffering">The delivery stream's buffering; as deployed unless given.</param>
/// <param name="FirehoseFault">May answer the delivery stream's callers in Firehose's place, or pass the request on.</param>
internal sealed record EmulatorOptions(
    string DataDirectory,
    int SkillProcesses = 1,
    IReadOnlyDictionary<string, string>? Environment = null,
    IProgress<string>? Progress = null,
    MappingSettings? Mapping = null,
    BufferSettings? Buffering = null,
    Func<HttpContext, RequestDelegate, Task>? FirehoseFault = null);
