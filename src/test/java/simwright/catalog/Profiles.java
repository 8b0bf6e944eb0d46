package simwright.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// Profiles for tests, with test identities.
public final class Profiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Profiles() {}

  /// The profile with this number, with fields of its own: `name`, value, and so on.
  public static CatalogProfile profile(int number, String... fields) {
    return ProfileReader.read("", node(number, fields)).profile();
  }

  /// Its fields.
  public static ObjectNode node(int number, String... fields) {
    ObjectNode node = JSON.createObjectNode();
    node.put("iccid", iccid(number));
    node.put("imsi", "20801" + String.format(Locale.ROOT, "%010d", number));
    node.put("name", "PROD-FR-PARIS-2026");
    node.put("operator", "Orange");
    node.put("plmn", "20801");
    node.put("region", "FR");
    node.put("place", "Paris");
    node.put("expiry", "2026-12-31");
    for (int i = 0; i < fields.length; i += 2) {
      node.put(fields[i], fields[i + 1]);
    }
    return node;
  }

  /// A French ICCID with its check digit.
  public static String iccid(int number) {
    String body = "893301" + String.format(Locale.ROOT, "%012d", number);
    int sum = 0;
    for (int i = body.length() - 1, twice = 1; i >= 0; i--, twice ^= 1) {
      int digit = (body.charAt(i) - '0') * (1 + twice);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return body + (10 - sum % 10) % 10;
  }
}
