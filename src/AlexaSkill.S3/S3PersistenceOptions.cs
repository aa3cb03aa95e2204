using AlexaSkill.Persistence;
using Amazon.S3;

namespace AlexaSkill.S3;

/// <summary>Where and how attributes lie in an S3 bucket.</summary>
/// <param name="BucketName">The bucket.</param>
/// <param name="KeyPrefix">What stands before each object's key, joined to it by one slash; empty for none.</param>
/// <param name="KeyGenerator">What makes an object's key of a request; null for the user id.</param>
/// <param name="ContentType">The objects' content type.</param>
/// <param name="Encryption">The server-side encryption to ask for; null for the bucket's own.</param>
/// <param name="EncryptionKeyId">The KMS key to encrypt with; null for the default one.</param>
public sealed record S3PersistenceOptions(
    string BucketName,
    string KeyPrefix = "",
    KeyGenerator? KeyGenerator = null,
    string ContentType = "application/json",
    ServerSideEncryptionMethod? Encryption = null,
    string? EncryptionKeyId = null);
