package vn.bantin.local.content.drawing;

import java.util.Map;
import java.util.Optional;

/** Every scene by the word that pictures' names begin with. */
final class Scenes {

	private static final Map<String, Scene> ALL = Map.ofEntries(Map.entry("terraces", Landscapes::terraces),
			Map.entry("river", Landscapes::river), Map.entry("lotus", Landscapes::lotus),
			Map.entry("harvest", Landscapes::harvest), Map.entry("dyke", Landscapes::dyke),
			Map.entry("houses", Streets::houses), Map.entry("rainstreet", Streets::rain),
			Map.entry("market", Streets::market), Map.entry("bikelane", Streets::bikeLane),
			Map.entry("bus", Streets::bus), Map.entry("pitch", Streets::pitch), Map.entry("shelves", Rooms::shelves),
			Map.entry("gallery", Rooms::gallery), Map.entry("workshop", Rooms::workshop),
			Map.entry("hall", Rooms::hall), Map.entry("incense", Rooms::incense));

	private Scenes() {
	}

	static Optional<Scene> named(String word) {
		return Optional.ofNullable(ALL.get(word));
	}

}
