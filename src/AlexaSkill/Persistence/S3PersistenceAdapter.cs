using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using Amazon.S3;
using Amazon.S3.Model;

namespace AlexaSkill.Persistence;

/// <summary>Keeps attributes in an S3 bucket, as objects that the ASK SDKs read and write too: one JSON text for each key.</summary>
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
            return new StoredAttributes(Parse(body.Span, key), options.CompareVersions ? tag : null);
        }
        catch (PersistenceException missing) when (missing.InnerException is AmazonS3Exception { ErrorCode: S3Failures.NoSuchKey })
        {
            return new StoredAttributes([], options.CompareVersions ? StoredAttributes.NoVersion : null);
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
            ContentType = options.ContentType,
            ServerSideEncryptionMethod = options.Encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = options.EncryptionKeyId,
            UseChunkEncoding = false, // the body is small and in memory
        };
        if (options.CompareVersions)
        {
            var isNew = attributes.Version == StoredAttributes.NoVersion;
            put.IfNoneMatch = isNew ? "*" : null;
            put.IfMatch = isNew ? null : attributes.Version;
        }

        var response = await s3.PutObjectAsync(put, cancellationToken).OrPersistenceErrorAsync("PutObject", options);
        return attributes with { Version = options.CompareVersions ? response.ETag : null };
    }

    /// <inheritdoc/>
    public Task DeleteAsync(RequestEnvelope request, CancellationToken cancellationToken = default) =>
        s3.DeleteObjectAsync(options.BucketName, KeyOf(request), cancellationToken).OrPersistenceErrorAsync("DeleteObject", options);

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
                + $"Mend or delete it; the SHA-256 of its key begins with {ObjectKey.Hash(key)}.");
        }
    }
}
