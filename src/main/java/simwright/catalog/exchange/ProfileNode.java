package simwright.catalog.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import simwright.catalog.CatalogProfile;
import simwright.catalog.ProfileText;

/// A profile as a JSON object, with its identifiers.
final class ProfileNode {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProfileNode() {}

  static ObjectNode of(CatalogProfile profile) {
    return JSON.valueToTree(ProfileText.plain(profile, true));
  }
}
