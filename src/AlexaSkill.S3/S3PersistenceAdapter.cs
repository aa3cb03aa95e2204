using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using Amazon.S3;
using Amazon.S3.Model;

namespace AlexaSkill.S3;

/// <summary>
/// Keeps attributes in an S3 bucket, as objects that the ASK SDKs read and write too: one JSON text for each key. Somebody else's save
/// meanwhile is told by the object's ETag, except in a store that takes no conditions (501 NotImplemented).
/// </summary>
/// <param name="s3">The client; its owner disposes of it.</param>
/// <param name="options">Where and how the attributes lie.</param>
public sealed class S3PersistenceAdapter(IAmazonS3 s3, S3PersistenceOptions options) : IPersistenceAdapter
{
    /// <inheritdoc/>
    public async Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        var key = KeyOf(request);
        try
        {
            var (body, tag) = await ReadAsync(key, cancellationToken).OrPersistenceErrorAsync("GetObject", options);
            return new StoredAttributes(Parse(body.Span, key), new StoredState(true, tag));
        }
        catch (PersistenceException missing) when (missing.InnerException is AmazonS3Exception { ErrorCode: S3Failures.NoSuchKey })
        {
            return new StoredAttributes([], new StoredState(false));
        }
    }

    /// <inheritdoc/>
    public async Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        using var body = new MemoryStream(StoredJson.Write(attributes.Values).ToArray(), writable: false);
        var put = new PutObjectRequest
        {
            BucketName = options.BucketName,
            Key = KeyOf(request),
            InputStream = body,
            AutoCloseStream = false,
            ContentType = options.ContentType,
            ServerSideEncryptionMethod = options.Encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = options.EncryptionKeyId,
            UseChunkEncoding = false, // the body is small and in memory
        };
        put.IfNoneMatch = attributes.State is { Exists: false } ? "*" : null;
        put.IfMatch = attributes.State?.Tag as string;
        var response = await WhereConditionsAreTakenAsync(
            () => s3.PutObjectAsync(put, cancellationToken).OrPersistenceErrorAsync("PutObject", options),
            () =>
            {
                body.Position = 0;
                (put.IfNoneMatch, put.IfMatch) = (null, null);
            });
        return attributes with { State = new StoredState(true, response.ETag) };
    }

    /// <inheritdoc/>
    public Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default)
    {
        var delete = new DeleteObjectRequest { BucketName = options.BucketName, Key = KeyOf(request), IfMatch = state?.Tag as string };
        return WhereConditionsAreTakenAsync(
            () => s3.DeleteObjectAsync(delete, cancellationToken).OrPersistenceErrorAsync("DeleteObject", options),
            () => delete.IfMatch = null);
    }

    private static async Task<T> WhereConditionsAreTakenAsync<T>(Func<Task<T>> send, Action dropConditions)
    {
        try
        {
            return await send();
        }
        catch (PersistenceException refused) when (refused.InnerException is AmazonS3Exception { ErrorCode: "NotImplemented" })
        {
            dropConditions();
            return await send();
        }
    }

    private string KeyOf(RequestEnvelope request) => ObjectKey.Join(options.KeyPrefix, options.KeyGenerator.KeyOf(request));

    private async Task<(ReadOnlyMemory<byte> Body, string Tag)> ReadAsync(string key, CancellationToken cancellationToken)
    {
        using var response = await s3.GetObjectAsync(options.BucketName, key, cancellationToken);
        using var body = new MemoryStream();
        await response.ResponseStream.CopyToAsync(body, cancellationToken);
        return (body.ToArray(), response.ETag);
    }

    private JsonObject Parse(ReadOnlySpan<byte> body, string key)
    {
        try
        {
            return StoredJson.Read(body);
        }
        catch (JsonException noAttributes)
        {
            throw new PersistenceException(
                PersistenceFailure.Unreadable,
                $"An object in bucket '{options.BucketName}' under prefix '{options.KeyPrefix}' holds no JSON object of attributes: "
                + $"line {noAttributes.LineNumber + 1}, byte {noAttributes.BytePositionInLine + 1}. "
                + $"Mend or delete it; the SHA-256 of its key begins with {KeyGenerators.Fingerprint(key)}.");
        }
    }
}
