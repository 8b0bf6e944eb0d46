package simwright.catalog.check;

import java.util.Optional;
import simwright.catalog.CatalogProfile;

/// Something odd about a profile: which check found it (`name`, `region`, `operator`, `iccid`,
/// `imsi`, `tariff`, `apn`, `expiry`, `duplicate`, `digits`), in words without a full stop, and the
/// value that would mend it.
public record Finding(CatalogProfile profile, String check, String words, Optional<String> fix) {}
