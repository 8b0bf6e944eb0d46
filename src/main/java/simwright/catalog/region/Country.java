package simwright.catalog.region;

import java.util.List;

/// A country: its ISO 3166-1 code, name, mobile country codes (ITU-T E.212) and calling code (ITU-T
/// E.164), which follows 89 in the ICCIDs of its issuers.
public record Country(String code, String name, List<String> mccs, String calling) {}
