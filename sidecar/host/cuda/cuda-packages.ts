/** A wheel of PyPI's that brings libraries. Everything is known before: what arrives is compared with it. */
export interface CudaPackage {
  /** As PyPI has it. */
  name: string;
  version: string;
  /** The wheel's file name, in every index that holds it. */
  file: string;
  /** Of the wheel. */
  bytes: number;
  sha256: string;
  /** The libraries in it that are needed: path inside, and bytes unpacked. */
  libraries: readonly (readonly [path: string, bytes: number])[];
}

const nvidia = "nvidia/cu13/lib/";
const cudnn = "nvidia/cudnn/lib/";

/**
 * What onnxruntime 1.30 needs for NVIDIA cards: its own provider and NVIDIA's runtime of CUDA 13.0, in the versions that
 * torch 2.11 takes too. Names, sizes and sums are those of PyPI's index; which libraries are loaded was seen on a card.
 */
export const cudaPackages: readonly CudaPackage[] = [
  {
    name: "nvidia-cuda-runtime",
    version: "13.0.96",
    file: "nvidia_cuda_runtime-13.0.96-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    bytes: 2_243_632,
    sha256: "7f82250d7782aa23b6cfe765ecc7db554bd3c2870c43f3d1821f1d18aebf0548",
    libraries: [[`${nvidia}libcudart.so.13`, 704_288]],
  },
  {
    name: "nvidia-curand",
    version: "10.4.0.35",
    file: "nvidia_curand-10.4.0.35-py3-none-manylinux_2_27_x86_64.whl",
    bytes: 59_544_258,
    sha256: "1aee33a5da6e1db083fe2b90082def8915f30f3248d5896bcec36a579d941bfc",
    libraries: [[`${nvidia}libcurand.so.10`, 132_698_328]],
  },
  {
    name: "nvidia-cudnn-cu13",
    version: "9.19.0.56",
    file: "nvidia_cudnn_cu13-9.19.0.56-py3-none-manylinux_2_27_x86_64.whl",
    bytes: 366_066_321,
    sha256: "d20e1734305e9d68889a96e3f35094d733ff1f83932ebe462753973e53a572bf",
    libraries: [
      [`${cudnn}libcudnn.so.9`, 129_240],
      [`${cudnn}libcudnn_adv.so.9`, 109_169_104],
      [`${cudnn}libcudnn_cnn.so.9`, 4_203_904],
      [`${cudnn}libcudnn_engines_precompiled.so.9`, 245_391_920],
      [`${cudnn}libcudnn_engines_runtime_compiled.so.9`, 29_386_400],
      [`${cudnn}libcudnn_graph.so.9`, 4_451_728],
      [`${cudnn}libcudnn_heuristic.so.9`, 60_822_040],
      [`${cudnn}libcudnn_ops.so.9`, 39_855_888],
    ],
  },
  {
    name: "nvidia-cuda-nvrtc",
    version: "13.0.88",
    file: "nvidia_cuda_nvrtc-13.0.88-py3-none-manylinux2010_x86_64.manylinux_2_12_x86_64.whl",
    bytes: 90_215_200,
    sha256: "ad9b6d2ead2435f11cbb6868809d2adeeee302e9bb94bcf0539c7a40d80e8575",
    libraries: [
      [`${nvidia}libnvrtc.so.13`, 109_338_064],
      [`${nvidia}libnvrtc-builtins.so.13.0`, 4_380_616],
    ],
  },
  {
    name: "nvidia-cublas",
    version: "13.1.0.3",
    file: "nvidia_cublas-13.1.0.3-py3-none-manylinux_2_27_x86_64.whl",
    bytes: 423_133_236,
    sha256: "ee8722c1f0145ab246bccb9e452153b5e0515fd094c3678df50b2a0888b8b171",
    libraries: [
      [`${nvidia}libcublas.so.13`, 54_177_976],
      [`${nvidia}libcublasLt.so.13`, 541_595_600],
    ],
  },
  {
    name: "onnxruntime-gpu",
    version: "1.30.0",
    file: "onnxruntime_gpu-1.30.0-cp312-cp312-manylinux_2_28_x86_64.whl",
    bytes: 246_685_715,
    sha256: "6acc0f4b3d5ac5f2984432faa59dd8fcce6775f8b43a7140afa0f322c7a703b1",
    libraries: [
      ["onnxruntime/capi/libonnxruntime_providers_shared.so", 14_632],
      ["onnxruntime/capi/libonnxruntime_providers_cuda.so", 272_049_904],
    ],
  },
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Bytes of libraries once they are unpacked. */
export const unpackedBytes = ({ libraries }: CudaPackage): number => sum(libraries.map(([, bytes]) => bytes));

export const downloadBytes = (packages: readonly CudaPackage[]): number => sum(packages.map(({ bytes }) => bytes));

/** Bytes on the disk at most: everything unpacked, and one wheel at a time beside it. */
export const diskBytes = (packages: readonly CudaPackage[]): number =>
  sum(packages.map(unpackedBytes)) + Math.max(0, ...packages.map(({ bytes }) => bytes));
