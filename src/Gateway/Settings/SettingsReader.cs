using System.Globalization;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>Reads settings by their type and gathers what is wrong with them, so that a start names every bad one at once.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public string? Text(Setting setting) =>
        configuration[setting.Key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public bool OnOff(Setting setting, bool otherwise) => Text(setting)?.ToLowerInvariant() switch
    {
        null => otherwise,
        "true" or "1" or "yes" or "on" => true,
        "false" or "0" or "no" or "off" => false,
        _ => Wrong(setting, "true or false", otherwise),
    };

    public int WholeNumber(Setting setting, int least, int most)
    {
        var text = Text(setting) ?? setting.Default;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Wrong(setting, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"), least);
    }

    public DateOnly? Day(Setting setting)
    {
        if (Text(setting) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Wrong<DateOnly?>(setting, "a date as yyyy-MM-dd", null);
    }

    public IReadOnlyList<ListenAddress> Addresses(Setting setting)
    {
        var addresses = new List<ListenAddress>();
        foreach (var part in (Text(setting) ?? setting.Default).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ListenAddress.TryParse(part, out var address))
                addresses.Add(address);
            else
                Refuse(setting, $"\"{part}\" is not an address such as http://127.0.0.1:5080.");
        }

        if (addresses.Count == 0 && problems.Count == 0)
            Refuse(setting, "it names no address.");
        return addresses;
    }

    public Uri? WebAddress(Setting setting)
    {
        if (Text(setting) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : Wrong<Uri?>(setting, "an address that starts with http:// or https://", null);
    }

    /// <summary>Origins as browsers send them: scheme, host, and the port where it is not the scheme's.</summary>
    public IReadOnlyList<string> Origins(Setting setting, IReadOnlyList<string> otherwise)
    {
        if (Text(setting) is not { } text)
            return otherwise;
        var origins = new List<string>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Uri.TryCreate(part, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.Fragment.Length + uri.UserInfo.Length == 0)
                origins.Add(uri.GetLeftPart(UriPartial.Authority));
            else
                Refuse(setting, $"\"{part}\" is not an origin such as https://dashboard.example.");
        }

        return origins;
    }

    public byte[]? Bytes(Setting setting, int length)
    {
        if (Text(setting) is not { } text)
            return null;
        var bytes = new byte[length + 3];

        // The value itself stays out of the message.
        if (Convert.TryFromBase64String(text, bytes, out var written) && written == length)
            return bytes[..length];
        Refuse(setting, string.Create(CultureInfo.InvariantCulture, $"it is not {length} bytes in base64."));
        return null;
    }

    public TEnum OneOf<TEnum>(Setting setting)
        where TEnum : struct, Enum
    {
        var text = Text(setting) ?? setting.Default;
        return Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !int.TryParse(text, out _)
            ? value
            : Wrong(setting, string.Join(" or ", Enum.GetNames<TEnum>().Select(name => name.ToLowerInvariant())), default(TEnum));
    }

    public void Refuse(Setting setting, string why) => problems.Add($"{setting.Name}: {why}");

    private T Wrong<T>(Setting setting, string wanted, T goOnWith)
    {
        problems.Add($"{setting.Name} is \"{Text(setting)}\"; it must be {wanted}.");
        return goOnWith;
    }
}
