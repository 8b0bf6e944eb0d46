package simwright.catalog.provider;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import simwright.catalog.ApnSetting;
import simwright.identity.Plmn;

/// A person's own entry of an operator: its networks, the beginnings of its ICCIDs and IMSIs, its
/// access points, and its contract.
public record Operator(
    String name,
    String country,
    List<Plmn> networks,
    List<String> iccids,
    List<String> imsis,
    List<ApnSetting> apns,
    Contract contract) {
  /// The contract: its days, the price tier, what is bought at least, and the service levels by
  /// name, all in the words of the contract.
  public record Contract(
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      String priceTier,
      String minimumCommitment,
      List<String> serviceLevels) {
    public Contract {
      serviceLevels = List.copyOf(serviceLevels);
    }
  }

  public Operator {
    networks = List.copyOf(networks);
    iccids = List.copyOf(iccids);
    imsis = List.copyOf(imsis);
    apns = List.copyOf(apns);
  }
}
