namespace Amazon.KinesisFirehose.Model;

/// <summary>What became of one record: it has an id, or an error.</summary>
public class PutRecordBatchResponseEntry
{
    /// <summary>Why the record failed: ServiceUnavailableException or InternalFailure.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>More about the failure.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>The id of a record that was taken.</summary>
    public string? RecordId { get; set; }
}
