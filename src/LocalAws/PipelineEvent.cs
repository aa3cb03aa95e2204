using System.Text.Json;
using LocalAws.Lambda;

namespace LocalAws;

/// <summary>Something that happens to records on their way, for those who watch: see <see cref="LocalCloudOptions.Watch"/>.</summary>
public abstract record PipelineEvent;

/// <summary>A change of an item has entered the table's stream.</summary>
/// <param name="SequenceNumber">The stream record's number.</param>
/// <param name="EventName">INSERT, MODIFY or REMOVE.</param>
/// <param name="Image">The item as it is now, as DynamoDB's JSON; null where it was removed.</param>
public sealed record RecordAppended(string SequenceNumber, string EventName, JsonElement? Image) : PipelineEvent;

/// <summary>The mapping hands a batch to its function.</summary>
/// <param name="SequenceNumbers">The batch's records.</param>
/// <param name="Retries">How often this very batch was tried before.</param>
public sealed record BatchSent(IReadOnlyList<string> SequenceNumbers, int Retries) : PipelineEvent;

/// <summary>The function has answered for a batch, or has failed.</summary>
/// <param name="SequenceNumbers">The batch's records.</param>
/// <param name="Verdict">What the answer means for them.</param>
/// <param name="Error">Why the invocation failed; null where the function answered.</param>
public sealed record BatchEnded(IReadOnlyList<string> SequenceNumbers, BatchVerdict Verdict, FunctionError? Error) : PipelineEvent;

/// <summary>A batch whose invocation failed is halved.</summary>
/// <param name="Records">How many records it has.</param>
public sealed record BatchHalved(int Records) : PipelineEvent;

/// <summary>Records have gone to the failure destination.</summary>
/// <param name="SequenceNumbers">The records.</param>
/// <param name="Condition">Why, in Lambda's words.</param>
public sealed record RecordsDiscarded(IReadOnlyList<string> SequenceNumbers, string Condition) : PipelineEvent;

/// <summary>Firehose has taken records into its buffer.</summary>
/// <param name="Key">The key of the object that they will be in.</param>
/// <param name="Records">Their data.</param>
/// <param name="BufferBytes">How many bytes the buffer holds now.</param>
public sealed record RecordsBuffered(string Key, IReadOnlyList<byte[]> Records, long BufferBytes) : PipelineEvent;

/// <summary>An object has been written to a bucket.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The object's key.</param>
/// <param name="Length">Its bytes.</param>
public sealed record ObjectWritten(string Bucket, string Key, long Length) : PipelineEvent;
