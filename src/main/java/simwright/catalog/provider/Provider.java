package simwright.catalog.provider;

import java.util.List;
import simwright.identity.Plmn;

/// Who sells access in a country (its ISO code), by which networks and access points.
public record Provider(String country, String name, List<Plmn> networks, List<Access> access) {
  public Provider {
    networks = List.copyOf(networks);
    access = List.copyOf(access);
  }

  /// An access point as it is published: its name, what for (internet, mms, wap), prepaid, postpaid
  /// or "", what it is called, and how one signs in; these are the same for every customer and no
  /// secrets.
  public record Access(
      String apn,
      String use,
      String plan,
      String title,
      String user,
      String password,
      String signIn) {}
}
