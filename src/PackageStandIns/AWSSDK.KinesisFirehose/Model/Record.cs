namespace Amazon.KinesisFirehose.Model;

/// <summary>One record of a delivery stream.</summary>
public class Record
{
    /// <summary>The bytes, at most 1,000 KiB; the whole stream counts, wherever its position.</summary>
    public MemoryStream? Data { get; set; }
}
