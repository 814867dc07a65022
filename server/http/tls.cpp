#include "http/tls.h"

#include "crypto/random.h"

#include <boost/asio/buffer.hpp>

#include <fstream>
#include <iterator>
#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stdexcept>

namespace thi::http {
namespace {

namespace ssl = boost::asio::ssl;

constexpr std::int64_t day_s = 86'400;
constexpr std::int64_t valid_days = 825;
constexpr int serial_bytes = 16;

template <auto Free> struct Freed {
    template <class T> void operator()(T* owned) const { Free(owned); }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

void require(bool sound, const char* what) {
    if (!sound) throw std::runtime_error(std::string{"TLS: "} + what);
}

std::string text_of(BIO* bio) {
    char* bytes = nullptr;
    const auto size = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

void add_extension(X509* certificate, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension{X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str())};
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "extension");
}

std::string alternative_names(const std::vector<std::string>& names) {
    std::string list = "DNS:localhost,IP:127.0.0.1,IP:::1";
    for (const auto& name : names) {
        const bool letters = name.find_first_not_of("0123456789.:") != std::string::npos;
        require(name.find_first_of(",\n") == std::string::npos, "a name of the certificate");
        list += (letters ? ",DNS:" : ",IP:") + name;
    }
    return list;
}

void sign(X509* certificate, EVP_PKEY* key, const std::vector<std::string>& names,
          std::int64_t now_s) {
    auto serial = crypto::random_bytes<serial_bytes>();
    serial[0] &= 0x7f;
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number{
        BN_bin2bn(serial.data(), serial_bytes, nullptr)};
    require(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)),
            "serial number");
    require(X509_set_version(certificate, X509_VERSION_3) == 1, "version");
    require(ASN1_TIME_set(X509_getm_notBefore(certificate), now_s - day_s) != nullptr &&
                ASN1_TIME_set(X509_getm_notAfter(certificate), now_s + valid_days * day_s),
            "dates");
    auto* name = X509_get_subject_name(certificate);
    const std::string common = names.empty() ? "localhost" : names.front();
    require(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char*>(common.c_str()), -1,
                                       -1, 0) == 1 &&
                X509_set_issuer_name(certificate, name) == 1 &&
                X509_set_pubkey(certificate, key) == 1,
            "name");
    add_extension(certificate, NID_subject_alt_name, alternative_names(names));
    add_extension(certificate, NID_basic_constraints, "critical,CA:FALSE");
    add_extension(certificate, NID_key_usage, "critical,digitalSignature");
    add_extension(certificate, NID_ext_key_usage, "serverAuth");
    require(X509_sign(certificate, key, EVP_sha256()) > 0, "signature");
}

std::string read_text(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file || text.empty()) throw std::runtime_error("cannot read " + path.string());
    return text;
}

} // namespace

Identity read_identity(const std::filesystem::path& certificate_chain,
                       const std::filesystem::path& private_key) {
    return {read_text(certificate_chain), read_text(private_key)};
}

Identity self_signed_identity(const std::vector<std::string>& names, std::int64_t now_s) {
    const Key key{EVP_EC_gen("P-256")};
    require(key != nullptr, "key");
    const Certificate certificate{X509_new()};
    require(certificate != nullptr, "certificate");
    sign(certificate.get(), key.get(), names, now_s);
    const Bio chain{BIO_new(BIO_s_mem())};
    const Bio secret{BIO_new(BIO_s_mem())};
    require(chain && PEM_write_bio_X509(chain.get(), certificate.get()) == 1, "certificate");
    require(secret && PEM_write_bio_PKCS8PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0,
                                                    nullptr, nullptr) == 1,
            "key");
    return {text_of(chain.get()), text_of(secret.get())};
}

std::shared_ptr<ssl::context> tls_context(const Identity& identity) {
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    auto* native = context->native_handle();
    require(SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION) == 1, "version");
    require(SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1, "ciphers");
    require(SSL_CTX_set_ciphersuites(native, "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:"
                                             "TLS_CHACHA20_POLY1305_SHA256") == 1,
            "cipher suites");
    require(SSL_CTX_set1_groups_list(native, "X25519:P-256:P-384") == 1, "groups");
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                    SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    context->use_certificate_chain(boost::asio::buffer(identity.certificate_chain));
    context->use_private_key(boost::asio::buffer(identity.private_key), ssl::context::pem);
    require(SSL_CTX_check_private_key(native) == 1, "the key is not the certificate's");
    return context;
}

} // namespace thi::http
