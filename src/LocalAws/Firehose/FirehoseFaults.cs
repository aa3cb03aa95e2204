using Microsoft.AspNetCore.Http;

namespace LocalAws.Firehose;

/// <summary>Faults that a delivery stream can have, for <see cref="LocalCloudOptions.FirehoseFault"/>.</summary>
public static class FirehoseFaults
{
    private static readonly object FailingRecords = new();

    /// <summary>Has the stream refuse records of a call, as Firehose does with some or all of them when it is busy.</summary>
    /// <param name="call">The call, before it is passed on.</param>
    /// <param name="fails">Whether the record at a place is refused; the place counts from 0.</param>
    public static void FailRecords(HttpContext call, Predicate<int> fails)
    {
        var known = new Dictionary<int, bool>(); // what is taken and what is answered have to agree, though the predicate may be chance
        call.Items[FailingRecords] = new Predicate<int>(place =>
            known.TryGetValue(place, out var failed) ? failed : known[place] = fails(place));
    }

    /// <summary>Answers a call with an error.</summary>
    /// <param name="response">The call's response.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="type">The error's code.</param>
    /// <param name="message">What it says.</param>
    /// <returns>A task that completes when it is answered.</returns>
    public static Task RefuseAsync(HttpResponse response, int status, string type, string message) =>
        FirehoseEndpoint.AnswerAsync(response, status, json =>
        {
            json.WriteString("__type", type);
            json.WriteString("message", message);
        });

    /// <summary>Answers a call as Firehose does that is asked too often.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A task that completes when it is answered.</returns>
    public static Task ThrottleAsync(HttpContext call) =>
        RefuseAsync(call.Response, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailableException", "Slow down.");

    /// <summary>Answers a call as Firehose does where it breaks.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A task that completes when it is answered.</returns>
    public static Task FailAsync(HttpContext call) =>
        RefuseAsync(call.Response, StatusCodes.Status500InternalServerError, "InternalFailure", "The request processing has failed.");

    internal static Predicate<int> Of(HttpContext call) => call.Items[FailingRecords] as Predicate<int> ?? (_ => false);
}
