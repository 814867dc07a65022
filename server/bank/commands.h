// What `thituyen bank check | import | export` do, but for files and printing.

#pragma once
#include "bank/gift_export.h"
#include "bank/gift_import.h"
#include "bank/report.h"

#include <boost/describe/enum.hpp>

namespace thi::bank {

// QTI and Moodle XML come later, under names of their own.
enum class FileFormat { json, gift };
BOOST_DESCRIBE_ENUM(FileFormat, json, gift)

// Whether losses are accepted, by a person who asked for it.
enum class OnLoss { refuse, accept };

// The counts of a sound bank, or every mistake with pointer and line.
core::Result<Report> check_file(std::string_view json, std::optional<PaperLength> paper = {});

// A sound bank in another form: canonical JSON, or GIFT. With losses and OnLoss::refuse, refused
// with bad_value, each loss an error.
core::Result<Exported> export_file(std::string_view json, FileFormat to,
                                   OnLoss on_loss = OnLoss::refuse);

struct ImportedFile {
    std::string json; // Readable; what a person completes and checks.
    std::vector<Loss> losses;
    std::optional<core::Fault>
        incomplete; // What `check_file` says of `json`, where it is not sound.
};

// A bank out of another form. JSON must be sound; what GIFT cannot say may be missing and stands
// in `incomplete`. With losses and OnLoss::refuse, refused as in `export_file`.
core::Result<ImportedFile> import_file(std::string_view bytes, FileFormat from,
                                       const ImportDefaults& defaults = {},
                                       OnLoss on_loss = OnLoss::refuse);

} // namespace thi::bank
